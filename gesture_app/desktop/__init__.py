"""The desktop app: options, services, wiring, and Qt's process."""
