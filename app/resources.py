"""Where the files that ship with the code are: the same calls from a checkout and from an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent

CORPUS = _ROOT / "corpus"
PAPERS = CORPUS / "papers"
VOCABULARY = CORPUS / "vocabulary"
TRANSLATIONS = CORPUS / "translations"
LABELS = CORPUS / "labels"
WORKS = CORPUS / "works.toml"
UNSEEN = CORPUS / "unseen.toml"
TEMPLATES = _ROOT / "templates"
STATIC = _ROOT / "static"
MIGRATIONS = _ROOT / "migrations"
LOCALE = _PACKAGE / "locale"
