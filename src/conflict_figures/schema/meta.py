"""Check the schemas themselves: no misspelt property, no name that leads nowhere.

The standard's own profile lets unknown properties pass, so a misspelt ``constrants`` would silently
leave a column without its constraints.
"""

import json
import re
from pathlib import Path

from conflict_figures import _paths
from conflict_figures.errors import InputError, suggestion
from conflict_figures.schema.meta_codes import check_code_list


def check(path: str | Path | None = None) -> None:
    """Check every file of a schemas folder; by default the package's own.

    Raises
    ------
    InputError
        For the first fault, with its file, the line where the wrong key or value stands, and what to do.

    >>> check()
    """
    folder = Path(path) if path is not None else _paths.schemas()
    package_path = folder / "package.json"
    package = _load(package_path)
    _against(package, "package", package_path)
    lists = {file.stem: check_code_list(file) for file in sorted((folder / "codes").glob("*.csv"))}
    tables = {}
    for name in package["tables"]:
        file = folder / f"{name}.json"
        tables[name] = _load(file)
        _against(tables[name], "table", file)
        if tables[name]["name"] != name:
            raise _fault(file, "name", f"the table is called {tables[name]['name']!r} and its file {name!r}", "Give both one name")
    for file in sorted(folder.glob("*.json")):
        if file.stem not in tables and file != package_path:
            raise InputError("the table is not listed in package.json", path=file, remedy="Add its name to 'tables' there, or delete the file")
    for name, descriptor in tables.items():
        _names_lead_somewhere(folder / f"{name}.json", descriptor, tables, lists)
    used = {field.get("codes") for descriptor in tables.values() for field in descriptor["fields"]} | {"row_rule"}
    for name in sorted(set(lists) - used):
        raise InputError(
            f"no column uses the code list {name!r}",
            path=folder / "codes" / f"{name}.csv",
            remedy="Name it under 'codes' of a column, or delete the file",
        )


def _load(file: Path) -> dict:
    try:
        return json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=lambda pairs: _no_key_twice(file, pairs))
    except FileNotFoundError:
        raise InputError("the schema is not there", path=file, remedy="Write it, or take its name out of package.json") from None
    except UnicodeDecodeError:
        raise InputError("the file is not UTF-8", path=file, remedy="Save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"this is no JSON: {error.msg}", path=file, line=error.lineno, column=error.colno, remedy="Mend it at this place"
        ) from None


def _no_key_twice(file: Path, pairs: list) -> dict:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _fault(file, twice, f"the key {twice!r} stands twice in one object", "Keep one of them")
    return found


def _against(document: dict, kind: str, file: Path) -> None:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    rules = json.loads((_paths.schemas() / "meta" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    error = best_match(Draft202012Validator(rules).iter_errors(document))
    if error is None:
        return
    where = "/".join(str(step) for step in error.absolute_path)
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        unknown = next(key for key in error.instance if key not in known)
        raise _fault(file, unknown, f"unknown key {unknown!r} in {where or 'the file'}", suggestion(unknown, known, "known key"))
    key = next((step for step in reversed(error.absolute_path) if isinstance(step, str)), None)
    # a schema of "false" forbids what stands there, and says so in words that nobody understands
    message = f"{key!r} may not stand here" if error.validator is None else error.message
    raise _fault(file, key, f"{where or 'the file'}: {message}", "See schemas/meta for what may stand here")


def _names_lead_somewhere(file: Path, descriptor: dict, tables: dict, lists: dict) -> None:
    fields = [field["name"] for field in descriptor["fields"]]
    for name in fields:
        if fields.count(name) > 1:
            raise _fault(file, name, f"two columns are called {name!r}", "Rename one of them")
    for name in descriptor["primaryKey"]:
        _known(file, name, fields, "column")
        if not _constraints(descriptor, name).get("required"):
            raise _fault(file, name, f"the key column {name!r} may be empty", "Make it required")
    for key in descriptor.get("foreignKeys", ()):
        for name in key["fields"]:
            _known(file, name, fields, "column")
        target = key["reference"]["resource"]
        _known(file, target, tables, "table")
        if key["reference"]["fields"] != tables[target]["primaryKey"]:
            raise _fault(file, target, f"a foreign key does not point at the key of {target!r}", "Point it at the whole key")
    for rule in descriptor.get("rules", ()):
        _known(file, rule, lists.get("row_rule", ()), "row rule")
    for field in descriptor["fields"]:
        _field(file, field, lists)


def _field(file: Path, field: dict, lists: dict) -> None:
    if "codes" in field:
        _known(file, field["codes"], lists, "code list")
        if field["example"] not in lists[field["codes"]]:
            raise _fault(file, field["name"], f"the example of {field['name']!r} is not in its code list", "Take one of its codes")
    constraints = field.get("constraints", {})
    if "codes" in field and "enum" in constraints:
        raise _fault(file, "enum", f"the column {field['name']!r} has 'codes' and 'enum'", "Keep 'codes': the enum is made from the list")
    if "pattern" in constraints:
        try:
            matched = re.fullmatch(constraints["pattern"], field["example"])
        except re.error as error:
            raise _fault(file, field["name"], f"the pattern of {field['name']!r} is wrong: {error}", "Mend it") from None
        if not matched:
            raise _fault(file, field["name"], f"the example of {field['name']!r} does not match its pattern", "Change one of them")
    _ordered(file, field, constraints)


def _ordered(file: Path, field: dict, constraints: dict) -> None:
    for least, most, measured in (
        ("minimum", "maximum", field["example"]),
        ("minLength", "maxLength", len(str(field["example"]))),
    ):
        low, high = constraints.get(least, measured), constraints.get(most, measured)
        if not low <= measured <= high:
            raise _fault(file, field["name"], f"the example of {field['name']!r} is outside its bounds", "Change one of them")


def _constraints(descriptor: dict, name: str) -> dict:
    return next(field for field in descriptor["fields"] if field["name"] == name).get("constraints", {})


def _known(file: Path, name: str, known, what: str) -> None:
    if name not in known:
        raise _fault(file, name, f"there is no {what} {name!r}", suggestion(name, known, what))


def _fault(file: Path, word: str | None, message: str, remedy: str) -> InputError:
    """An error at the first line where the word stands in quotes: files are small, and the message says the rest."""
    line = None
    if word is not None:
        lines = file.read_text(encoding="utf-8").splitlines()
        line = next((number for number, text in enumerate(lines, 1) if f'"{word}"' in text), None)
    return InputError(message, path=file, line=line, remedy=remedy)
