"""What became of rows that the release before had and this version has not: a tombstone each, with the reason.

Reasons are written by people, in ``seeds/withdrawn.csv``, but for rows that follow from others: what hangs on a withdrawn row
goes with it, and what a rule finds is gone when no rule finds it any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow

from conflict_figures import schema
from conflict_figures.errors import InputError
from conflict_figures.versions import compare
from conflict_figures.versions.package import Package
from conflict_figures.versions.reasons import TABLE, WITHOUT, Reason

_HANGS = "The row that it hangs on"


def tombstones(
    tables: Mapping[str, pyarrow.Table], version: str, before: Package | None, reasons: Iterable[Reason] = (), path: Path | None = None
) -> tuple[list[dict], list[tuple[str, str]]]:
    """Return the rows of the table ``withdrawn``, and the rows that are gone without a reason, as (table, key).

    Args:
        tables: what is to be published as ``version``; ``before`` is the release before it.
        path: where the reasons are written, for messages.

    Raises:
        InputError: a reason is given for a row that is still there, or that the release before does not have; or no row has the
            key that is said to stand for a withdrawn one.
    """
    if before is None:
        _all_used(reasons, set(), set(), path)
        return [], []
    earlier = before.read(TABLE).to_pylist() if TABLE in before.tables else []
    lost = gone(tables, before)
    written = {(one.table, one.key): one for one in reasons}
    there = {(name, key) for name in tables if name not in WITHOUT for key in compare.keys(tables[name], schema.table(name).primary_key).to_pylist()}
    # a row that came back needs no tombstone
    kept = [row for row in earlier if (row["table"], row["key"]) not in there]
    _all_used(reasons, lost, {(row["table"], row["key"]) for row in kept}, path)
    _replaced((one for one in reasons if (one.table, one.key) in lost), {key for _, key in there}, path)
    why = {place: _Why(one.reason, one.replaced_by, one.kept) for place, one in written.items() if place in lost}
    _follow(lost, why)
    for place, row in lost.items():
        if place not in why and _derived(place[0], row):
            why[place] = _Why("No rule finds this between the rows of this version.")
    made = [
        {
            "table": name, "key": key, "withdrawn_in": version, "last_in": before.version, "reason": why[name, key].reason,
            "replaced_by": why[name, key].replaced_by, "row": _spelled(row) if why[name, key].kept else None,
        }
        for (name, key), row in lost.items()
        if (name, key) in why
    ]  # fmt: skip
    return _as_written(kept, written) + made, sorted(place for place in lost if place not in why)


@dataclass(frozen=True)
class _Why:
    reason: str
    replaced_by: str | None = None
    kept: bool = True


def gone(tables: Mapping[str, pyarrow.Table], before: Package) -> dict[tuple[str, str], dict]:
    """Return the rows that the release before has and ``tables`` have not, by table and key."""
    names = [name for name in tables if name in before.tables and name not in WITHOUT]
    # rows that were told apart by other columns cannot be looked for; to change a key is to break with what was
    alike = [name for name in names if tuple(before.schema(name)["primaryKey"]) == schema.table(name).primary_key]
    return {(name, key): row for name in alike for key, row in _gone(name, tables, before)}


def _as_written(earlier: list[dict], written: Mapping[tuple[str, str], Reason]) -> list[dict]:
    """Return tombstones of earlier versions as the reasons say today: what may not be published any more may turn out late."""
    held = {(row["table"], row["key"]): json.loads(row["row"]) for row in earlier if row["row"]}
    why = {place: _Why(one.reason, one.replaced_by, one.kept) for place, one in written.items()}
    _follow(held, why)
    said = []
    for row in earlier:
        place = row["table"], row["key"]
        one = why.get(place)
        if one is not None:
            row = row | {"row": row["row"] if one.kept else None}
            # what was gone for another reason before the row that it points at keeps that reason
            if place in written or row["reason"].startswith(_HANGS):
                row |= {"reason": one.reason, "replaced_by": one.replaced_by}
        said.append(row)
    return said


def _gone(name: str, tables: Mapping[str, pyarrow.Table], before: Package) -> list[tuple[str, dict]]:
    key = schema.table(name).primary_key
    found = compare.rows(before.read(name), tables[name], key)
    rows = found.old.take(found.gone)
    return list(zip(compare.keys(rows, key).to_pylist(), rows.to_pylist(), strict=True))


def _follow(lost: Mapping[tuple[str, str], dict], why: dict) -> None:
    """Give rows that point at a withdrawn one its reason, table by table, as the tables build on each other."""
    for name in schema.table_names():
        if name in WITHOUT:
            continue
        pointing = [(key.fields[0], key.reference_table) for key in schema.table(name).foreign_keys if len(key.fields) == 1]
        for (table, key), row in lost.items():
            if table != name or (table, key) in why:
                continue
            at = [(other, row.get(column)) for column, other in pointing]
            if name == "links":
                at += [(row["subject_table"], row["subject_id"]), (row["subject_table"], row["object_id"])]
            for place in at:
                if place in why:
                    reason = f"{_HANGS}, {place[1]} of {place[0]}, is withdrawn: {why[place].reason}"
                    why[table, key] = _Why(reason, kept=why[place].kept)
                    break


def _derived(name: str, row: dict) -> bool:
    return name == "findings" or (name == "links" and row.get("basis") == "derived")


def _all_used(reasons: Iterable[Reason], lost, earlier: set, path: Path | None) -> None:
    for one in reasons:
        if (one.table, one.key) not in lost and (one.table, one.key) not in earlier:
            remedy = "Take the line out, or see that the row is no longer made; a row that was never released needs no reason"
            raise InputError(f"{one.key} of {one.table} is not withdrawn", path=path, line=one.line, remedy=remedy)


def _replaced(reasons: Iterable[Reason], keys: set[str], path: Path | None) -> None:
    for one in reasons:
        if one.replaced_by is not None and one.replaced_by not in keys:
            remedy = "Write the key of a row of this version, or leave the cell empty"
            raise InputError(f"{one.key} is said to be replaced by {one.replaced_by}, and no row has that key", path=path, line=one.line, remedy=remedy)


def _spelled(row: dict) -> str:
    return json.dumps({column: value for column, value in row.items() if value is not None}, ensure_ascii=False, default=str)
