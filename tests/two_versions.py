"""Small packages in memory, to be compared: a descriptor, its tables, and ways in which a next version differs from them."""

import copy
import io
import json
from datetime import date

import pyarrow
from pyarrow import parquet

from conflict_figures.publish import descriptor
from conflict_figures.versions.package import Package

_TYPES = {"string": pyarrow.string(), "number": pyarrow.float64(), "integer": pyarrow.int64(), "boolean": pyarrow.bool_(), "date": pyarrow.date32()}


class Version:
    """What a package holds: ``said`` is its descriptor, ``rows`` the records of each table; change both at will."""

    def __init__(self, number="0.1.0"):
        self.said = copy.deepcopy(SAID) | {"version": number}
        self.rows = copy.deepcopy(ROWS)

    def schema(self, table):
        return next(one["schema"] for one in self.said["resources"] if one["name"] == table)

    def field(self, table, name):
        return next(field for field in self.schema(table)["fields"] if field["name"] == name)

    def package(self):
        """The package, with every row in the types of its fields; cells of fields that a row does not name are empty."""
        said, files = copy.deepcopy(self.said), {}
        for resource in said["resources"]:
            name = resource["name"]
            types = pyarrow.schema([(field["name"], _TYPES[field["type"]]) for field in resource["schema"]["fields"]])
            out = io.BytesIO()
            parquet.write_table(pyarrow.Table.from_pylist(self.rows[name], schema=types), out)
            files[f"{name}.parquet"] = out.getvalue()
            resource["alternates"] = [{"path": f"{name}.parquet", "format": "parquet", "hash": descriptor.sha256(out.getvalue())}]
        files["datapackage.json"] = json.dumps(said).encode()
        return Package(f"the package {said.get('version')}", files.__getitem__)


def _resource(name, key, fields, **more):
    return {"name": name, "path": f"{name}.csv", "schema": {"title": name.title(), "fields": fields, "primaryKey": key} | more}


def _text(name, **more):
    return {"name": name, "type": "string", "description": f"The {name}."} | more


_CODES = [{"value": "killed", "label": "Killed"}, {"value": "wounded", "label": "Wounded"}]
SAID = {
    "name": "small",
    "title": "Small",
    "resources": [
        _resource("actors", ["actor_id"], [_text("actor_id"), _text("name"), _text("kind")]),
        _resource(
            "figures",
            ["figure_id"],
            [
                _text("figure_id", constraints={"required": True}),
                {"name": "value", "type": "number", "unit": "people", "constraints": {"minimum": 1, "maximum": 100}},
                _text("measure", codes="measure", categories=_CODES, constraints={"enum": ["killed", "wounded"]}),
                _text("place", constraints={"pattern": "[A-Z].*", "maxLength": 80}),
                {"name": "day", "type": "date", "format": "default"},
                _text("added_in"),
            ],
            rules=["value_is_small"],
        ),
        _resource("withdrawn", ["table", "key"], [_text(name) for name in ("table", "key", "withdrawn_in", "last_in", "reason", "replaced_by", "row")]),
        _resource("figures_flat", ["figure_id"], [_text("figure_id"), {"name": "value", "type": "number"}]),
    ],
}
ROWS = {
    "actors": [{"actor_id": "nis", "name": "NIS", "kind": "body"}, {"actor_id": "lee", "name": "Lee", "kind": "person"}],
    "figures": [
        {"figure_id": f"page.f{number}", "value": float(number), "measure": "killed", "place": "Kursk", "day": date(2025, 4, number)} for number in (1, 2, 3)
    ],
    "withdrawn": [{"table": "figures", "key": "page.f0", "withdrawn_in": "0.1.0", "reason": "A year."}],
    "figures_flat": [{"figure_id": f"page.f{number}", "value": float(number)} for number in (1, 2, 3)],
}


def _fields(version, table="figures"):
    return version.schema(table)["fields"]


def _rename_table(version):
    resource = version.said["resources"][0]
    resource["name"] = "voices"
    version.rows["voices"] = version.rows.pop("actors")


def _remove_table(version):
    del version.said["resources"][0]


def _rename_field(version):
    version.field("actors", "name")["name"] = "called"
    for row in version.rows["actors"]:
        row["called"] = row.pop("name")


def _withdraw(version):
    row = version.rows["figures"].pop()
    version.rows["figures_flat"].pop()
    version.rows["withdrawn"].append({"table": "figures", "key": row["figure_id"], "withdrawn_in": "0.2.0", "reason": "No count.", "replaced_by": "page.f1"})


def _constraint(version, name, value):
    version.field("figures", "value")["constraints"][name] = value


#: A change for each kind of difference, and what it names.
EACH = {
    "package_renamed": (lambda new: new.said.update(name="other"), "the package"),
    "table_removed": (_remove_table, "actors"),
    "table_renamed": (_rename_table, "actors → voices"),
    "table_moved": (lambda new: new.said["resources"].append(new.said["resources"].pop(0)), "actors"),
    "key_changed": (lambda new: new.schema("actors").update(primaryKey=["actor_id", "name"]), "actors"),
    "file_changed": (lambda new: new.said["resources"][0].update(path="a/actors.csv"), "actors"),
    "field_removed": (lambda new: _fields(new).pop(3), "figures.place"),
    "field_renamed": (_rename_field, "actors.name → called"),
    "field_moved": (lambda new: _fields(new, "actors").insert(1, _fields(new, "actors").pop()), "actors.kind"),
    "field_between": (lambda new: _fields(new).insert(2, {"name": "low", "type": "number"}), "figures.low"),
    "type_changed": (lambda new: new.field("figures", "value").update(type="integer"), "figures.value"),
    "format_changed": (lambda new: new.field("figures", "day").update(format="any"), "figures.day format"),
    "unit_changed": (lambda new: new.field("figures", "value").update(unit="thousands"), "figures.value"),
    "constraint_tightened": (lambda new: _constraint(new, "minimum", 2), "figures.value minimum"),
    "code_removed": (lambda new: new.field("figures", "measure")["constraints"]["enum"].remove("wounded"), "wounded (measure)"),
    "rows_gone": (lambda new: new.rows["actors"].pop(), "1 of actors"),
    "table_added": (lambda new: (new.said["resources"].append(_resource("dates", "date_id", [_text("date_id")])), new.rows.update(dates=[])), "dates"),
    "field_added": (lambda new: _fields(new).insert(5, _text("note")), "figures.note"),
    "constraint_loosened": (lambda new: _constraint(new, "maximum", 200), "figures.value maximum"),
    "code_added": (lambda new: new.field("figures", "measure")["constraints"]["enum"].append("missing"), "missing (measure)"),
    "rows_added": (lambda new: new.rows["actors"].insert(0, {"actor_id": "cia", "name": "CIA"}), "1 of actors"),
    "rows_withdrawn": (_withdraw, "1 of figures"),
    "rows_changed": (lambda new: new.rows["figures"][0].update(place="Sudzha"), "1 of figures"),
    "tombstones_changed": (lambda new: new.rows["withdrawn"][0].update(reason="The publisher asked for it."), "1 of withdrawn"),
    "view_changed": (lambda new: new.rows["figures_flat"][0].update(value=None), "1 of figures_flat"),
    "code_relabelled": (lambda new: new.field("figures", "measure")["categories"][0].update(label="Dead"), "killed (measure)"),
    "code_moved": (lambda new: new.field("figures", "measure")["constraints"]["enum"].reverse(), "figures.measure"),
    "description_changed": (lambda new: new.field("figures", "place").update(description="Where."), "figures.place description"),
}


def changed(*kinds, number="0.2.0"):
    """The version after, with a change of each of these kinds."""
    version = Version(number)
    for kind in kinds:
        EACH[kind][0](version)
    return version
