"""Numbers in conflict reporting: who said how many, of what, citing whom, about when, in which words.

>>> import conflict_figures as cf
>>> df = cf.load()                     # one row per figure, exact dtypes, offline
>>> cf.load("claims", backend="pyarrow").num_rows > 0
True

`load`, `tables`, `describe`, `why` and `version` read the published dataset, `versions` lists its releases,
`diff` and `changes` compare two of them; `extract`, `find_numbers` and `find_dates` read a text of your own; `schema` hands
out the definition of a table; `resolve` and the module `views` make one number of many, and name the rule; `cite` says how to cite what you used.
"""

import importlib

# Where each public name lives. Looked up at first use, so that the import itself costs next to nothing.
_HOMES = {
    "load": "conflict_figures.dataset",
    "tables": "conflict_figures.dataset",
    "describe": "conflict_figures.dataset",
    "version": "conflict_figures.dataset",
    "validate": "conflict_figures.check.validation",
    "why": "conflict_figures.explanation",
    "diff": "conflict_figures.release.named",
    "changes": "conflict_figures.release.named",
    "find_numbers": "conflict_figures.extract",
    "find_dates": "conflict_figures.extract",
    "InputError": "conflict_figures.errors",
    "resolve": "conflict_figures.views",
}
# Subpackages that are functions too; see conflict_figures._callable.
_CALLABLE = ("schema", "extract", "cite", "versions")
# Subpackages that are reached as they are: cf.views.timeline("killed").
_SUBPACKAGES = ("views",)

__all__ = [*sorted(_HOMES), *_CALLABLE]


def __getattr__(name: str):
    if name in _HOMES:
        value = getattr(importlib.import_module(_HOMES[name]), name)
        globals()[name] = value
        return value
    if name in (*_CALLABLE, *_SUBPACKAGES):
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_SUBPACKAGES})
