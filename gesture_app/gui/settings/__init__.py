"""Settings, source selection and their dialogs."""
