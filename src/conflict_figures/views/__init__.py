"""One number from many, with its rule named: the flat view, what was known by a day, timelines, resolution, drift.

>>> from conflict_figures import views
>>> killed = views.timeline("killed", "North Korean soldiers")
>>> killed.attrs["rule"], killed.attrs["rows_in"] == len(views.flat())
('most_often', True)

Every frame that a view returns says in ``frame.attrs`` what made it: ``view``, ``rule``, ``rule_text``, ``source``,
``parameters``, ``rows_in``, ``rows_used``, ``rows_left_out`` (by reason), ``dataset_version``,
``rows_not_in_dataset`` and ``input`` (the same of the frame that was handed in, where a view made that one too).
"""

import importlib

# Each view is the function of this name in its module. No module is called like its function, so that none of them,
# once imported, takes the function's place; and none is imported, nor pandas, before a view is asked for.
_HOMES = {
    "flat": "flat_view",
    "as_of": "knowledge",
    "timeline": "timelines",
    "resolve": "resolution",
    "drift": "renderings",
}

__all__ = ["as_of", "drift", "flat", "resolve", "timeline"]


def __getattr__(name: str):
    if name in _HOMES:
        value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
