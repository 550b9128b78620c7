"""Where schemas and tables are: in the installed package, or in the checkout that it runs from.

A wheel carries copies under ``_schemas``, ``_data`` and ``_releases``. An editable install carries none, and finds the
originals two folders up.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def checkout() -> Path | None:
    """The root of the checkout that this package runs from, or None for an installed package.

    >>> root = checkout()
    >>> root is None or (root / "schemas" / "package.json").is_file()
    True
    """
    root = _PACKAGE.parent.parent
    is_ours = (root / "schemas" / "package.json").is_file() and _PACKAGE.parent.name == "src"
    return root if is_ours else None


def schemas() -> Path:
    """The folder of the Table Schemas, with the code lists in ``codes`` and the meta-schemas in ``meta``."""
    return _find("_schemas", "schemas")


def data() -> Path:
    """The folder of the published tables."""
    return _find("_data", "data")


def releases() -> Path:
    """The folder of the releases' zips and their index; it need not be there."""
    return _find("_releases", "releases")


def descriptor() -> Path:
    """The published ``datapackage.json``."""
    installed = _PACKAGE / "_data" / "datapackage.json"
    root = checkout()
    return installed if installed.is_file() or root is None else root / "datapackage.json"


def _find(packaged: str, in_checkout: str) -> Path:
    installed = _PACKAGE / packaged
    root = checkout()
    # a path that does not exist is handed back as it is: who opens it knows best what to tell the reader
    return installed if installed.is_dir() or root is None else root / in_checkout
