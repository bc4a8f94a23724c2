"""The language of the window: chosen in the settings, else that of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from gesture_app.resources import ASSETS
from gesture_app.settings import Language

TRANSLATIONS = ASSETS / "translations"
"""Folder with one ``<code>.ts`` and ``<code>.qm`` file a language; English is in the source."""


def use_language(app: QCoreApplication, language: Language, folder: Path = TRANSLATIONS) -> None:
    """Show texts, numbers, dates and layouts in a language from now on. Call it once, before the first widget is made.

    Args:
        app: Qt's application.
        language: The choice; a system language that is not translated gives English.
        folder: Folder of the translations.
    """
    locale = QLocale.system() if language is Language.SYSTEM else QLocale(language.value)
    code = next((c for c in _wished_codes(locale) if c == "en" or (folder / f"{c}.qm").is_file()), "en")
    QLocale.setDefault(locale if locale.name().startswith(code) else QLocale(code))
    QGuiApplication.setLayoutDirection(QLocale().textDirection())
    if code == "en":
        return
    qt_texts = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt_texts / f"qtbase_{code}.qm", folder / f"{code}.qm"):
        translator = QTranslator(app)
        if translator.load(str(path)):
            app.installTranslator(translator)


def _wished_codes(locale: QLocale) -> list[str]:
    """Codes of the wished languages, such as ``"de"``, the most wished first."""
    return [name.replace("_", "-").partition("-")[0] for name in locale.uiLanguages()]
