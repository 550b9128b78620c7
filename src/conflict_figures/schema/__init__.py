"""The tables' definitions, read once from ``schemas/`` and compiled to what other libraries use.

``schemas/*.json`` is the only place where a column is defined. Everything here is derived from it:

>>> from conflict_figures import schema
>>> schema.table_names()
('sources', 'claims', 'figures', 'dates', 'actors', 'attributions', 'links', 'findings', 'withdrawn', 'figures_flat')
>>> schema.table("figures").field("measure").codes
'measure'
>>> schema.arrow("figures").field("low").type
DataType(double)

Importing this package costs next to nothing: an engine is imported when its schema is asked for.
"""

import importlib

from conflict_figures._callable import callable_module
from conflict_figures.schema.code_lists import Code, codes
from conflict_figures.schema.read import RELEASE_COLUMNS, Field, ForeignKey, Table, package, table, table_names

__all__ = [
    "Code", "Field", "ForeignKey", "RELEASE_COLUMNS", "Table", "arrow", "codes", "descriptor", "dictionary", "frictionless",
    "meta", "package", "pandas", "pandera", "rules", "strategies", "table", "table_names",
]  # fmt: skip

# Each compiler is the function of this name in its module. The modules are called to_… so that none
# of them, once imported, takes the place of the function of the same name.
_COMPILERS = {
    "arrow": ("to_arrow", "arrow_schema"),
    "pandas": ("to_pandas", "pandas_dtypes"),
    "pandera": ("to_pandera", "pandera_schema"),
    "frictionless": ("to_frictionless", "frictionless_schema"),
    "descriptor": ("to_descriptor", "table_descriptor"),
    "dictionary": ("to_dictionary", "data_dictionary"),
}
_MODULES = ("meta", "rules", "strategies")


def __getattr__(name: str):
    if name in _COMPILERS:
        module, function = _COMPILERS[name]
        value = getattr(importlib.import_module(f"{__name__}.{module}"), function)
        globals()[name] = value
        return value
    if name in _MODULES:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


callable_module(__name__, "conflict_figures.schema.kinds:of_kind")
