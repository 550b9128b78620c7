"""A Data Package: its descriptor, judged by the standard's own rules, and the files of its tables."""

import json
import re
from pathlib import Path

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.check.reading.archive import is_inside
from conflict_figures.check.reading.promises import Promise, promise
from conflict_figures.check.reading.sheet import fault, shown

#: Bytes of the longest descriptor.
LONGEST = 16 << 20
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def files(path: Path, name: str) -> tuple[list[tuple[str, Path, str]], list[Promise], list[Finding]]:
    """Return the tables that the descriptor at ``path`` names, with their files and how to call them, and its faults.

    Beside them stands what it says of these files and of their alternates, as far as those are there.
    A path that leads out of the descriptor's folder, or through a link, or to another machine, is never opened.
    """
    described = _read(path, name)
    if isinstance(described, Finding):
        return [], [], [described]
    found = _judged(described, name)
    tables: list[tuple[str, Path, str]] = []
    promises: list[Promise] = []
    folder = name.rpartition("/")[0]
    resources = described.get("resources")
    for resource in resources if isinstance(resources, list) else []:
        if not isinstance(resource, dict):
            continue
        table, place = resource.get("name"), resource.get("path")
        called = shown(str(place))
        if not isinstance(place, str):
            if not isinstance(place, list):
                continue  # the standard's rules have said so
            found.append(_fault(name, "resource-path", f"the resource '{shown(str(table))}' has no single path", "Give each table one file"))
        elif _URL.match(place):
            found.append(_fault(name, "unsafe-path", f"'{called}' is on another machine; nothing is fetched", "Put the file beside the descriptor"))
        elif not is_inside(place):
            found.append(_fault(name, "unsafe-path", f"'{called}' leads out of the descriptor's folder", "Put the file beside the descriptor"))
        elif _through_link(path.parent, place):
            found.append(_fault(name, "link", f"'{called}' is a link, and links are not followed", "Put the file itself there"))
        elif table not in schema.table_names():
            remedy = f"Use one of {', '.join(schema.table_names())}"
            found.append(_fault(name, "table-name", f"the resource '{shown(str(table))}' is no table of ours", remedy))
        elif not (path.parent / place).is_file():
            found.append(_fault(name, "file-missing", f"there is no file '{called}'", "Add it, or take the resource out"))
        else:
            tables.append((table, path.parent / place, f"{folder}/{place}" if folder else place))
            for one in [resource, *_alternates(resource, path.parent)]:
                promises.append(promise(path.parent / one["path"], f"{folder}/{one['path']}" if folder else one["path"], one))
    return tables, promises, found


def _through_link(root: Path, place: str) -> bool:
    return any((root / part).is_symlink() for part in [Path(place), *Path(place).parents])


def _alternates(resource: dict, root: Path) -> list[dict]:
    """Return the other forms of a table that lie beside the descriptor; one that is not there, or elsewhere, is not asked for."""
    listed = resource.get("alternates")
    named = [one for one in listed if isinstance(one, dict) and isinstance(one.get("path"), str)] if isinstance(listed, list) else []
    inside = [one for one in named if not _URL.match(one["path"]) and is_inside(one["path"]) and not _through_link(root, one["path"])]
    return [one for one in inside if (root / one["path"]).is_file()]


def _read(path: Path, name: str) -> dict | Finding:
    size = path.stat().st_size
    if size > LONGEST:
        return _fault(name, "too-large", f"the descriptor has {size:,} bytes; {LONGEST:,} are the most that are read", "Take data out of it")
    try:
        described = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _fault(name, "encoding", f"byte {error.start} is not UTF-8", "Save the file as UTF-8")
    except json.JSONDecodeError as error:
        return _fault(name, "descriptor", f"this is not readable JSON: {error.msg}", "Mend it there, or write it with a tool", error.lineno)
    except (RecursionError, ValueError):
        return _fault(name, "descriptor", "this is not readable JSON: it nests too deep, or a number is too long", "Write it with a tool")
    if not isinstance(described, dict):
        return _fault(name, "descriptor", "the descriptor is no JSON object", "Write it as {\"name\": …, \"resources\": […]}", 1)
    return described


def _judged(described: dict, name: str) -> list[Finding]:
    """Ask frictionless what the standard says of the descriptor; it opens no file for that."""
    from frictionless import Package

    try:
        errors = list(Package.metadata_validate(_closed(described)))
    except Exception as error:  # an odd descriptor must not end in a traceback of another library
        errors = [error]
    said = dict.fromkeys(str(getattr(error, "message", error)).rstrip(".")[:500] for error in errors)
    return [_fault(name, "descriptor", message, "See the standard, Data Package version 2") for message in said if "is not safe" not in message]


def _closed(described):
    """Return a descriptor without what another library might open or fetch to judge it: profiles, and schemas by address."""
    if isinstance(described, list):
        return [_closed(one) for one in described]
    if not isinstance(described, dict):
        return described
    return {
        key: _closed(value)
        for key, value in described.items()
        if key not in ("$schema", "profile") and not (key in ("schema", "dialect") and isinstance(value, str))
    }


def _fault(path: str, rule: str, message: str, remedy: str, line: int | None = None) -> Finding:
    return fault("datapackage", path, rule, message, remedy, line)
