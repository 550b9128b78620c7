"""Units: the thing counted, in the singular; of people it is always the person."""

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.rules import rule

#: Words that are no unit of the codebook, with the unit that they stand for.
UNITS = dict.fromkeys(
    ("people", "persons", "man", "men", "woman", "women", "child", "children", "soldier", "soldiers", "troops", "civilian", "civilians",
     "fighter", "fighters", "individuals", "casualties", "deaths", "killed", "prisoners", "servicemen", "workers"),
    "person",
) | {
    plural: one
    for one in ("incident", "tank", "drone", "missile", "round", "vehicle", "shell", "rocket", "container", "house", "village",
                "household", "truck", "gun", "ship", "boat", "bomb", "attack", "tonne", "ton", "artillery shell", "artillery piece")
    for plural in (f"{one}s",)
} | {"families": "family", "sq km": "km2", "km²": "km2", "square kilometres": "km2", "square kilometers": "km2", "attack": "incident"}  # fmt: skip

for _table in ("figures", "figures_flat"):

    @rule(
        "unit_in_singular", _table, "unit",
        "'{unit}' is no unit of the codebook",
        "Write the thing counted in the singular, and person for people of any kind; who they are stands in `subject`",
        across=True, severity="warning",
    )  # fmt: skip
    def other_unit(tables, table=_table):
        return pc.is_in(pc.utf8_lower(tables[table]["unit"]), value_set=pyarrow.array(UNITS))
