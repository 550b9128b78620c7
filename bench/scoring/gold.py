"""Texts coded by hand, from JSON Lines: one object a line, as ``tests/golden/texts.jsonl`` has them."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conflict_figures.edtf import bounds
from conflict_figures.errors import InputError

Row = dict[str, Any]


@dataclass(slots=True)
class Coding:
    """What one coder, a person or the extractor, found in a text; spans count code points.

    ``figures`` refer to each other by position: ``includes`` lists the parts of a whole, ``repeats`` is the first
    mention of the same count.
    """

    figures: list[Row]
    claims: list[Row]


@dataclass(slots=True)
class Gold:
    """One text with its coding by hand.

    ``not_figures`` are spans that only look like figures, with the reason; ``debatable`` holds the positions of
    figures on whose fields coders may differ; ``labels`` are the other keys of the line (kind, title, …).
    """

    id: str
    text: str
    published: str | None
    coding: Coding
    not_figures: list[Row] = field(default_factory=list)
    debatable: frozenset[int] = frozenset()
    labels: Row = field(default_factory=dict)


def read(path: str | Path) -> list[Gold]:
    """Return the texts of a file in order.

    Raises
    ------
    InputError
        With file and line, where the file or a line of it cannot be used.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise InputError(f"{error.strerror}", path=path, remedy="Give a JSON Lines file of coded texts") from None
    except UnicodeDecodeError:
        raise InputError("the file is not UTF-8", path=path, remedy="Save it as UTF-8") from None
    texts: list[Gold] = []
    known: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            gold = _gold(_object(line))
        except ValueError as error:
            raise InputError(str(error), path=path, line=number, remedy=_REMEDY) from None
        if gold.id in known:
            raise InputError(
                f"the id {gold.id!r} stands on line {known[gold.id]} already",
                path=path, line=number, remedy="Give every text an id of its own",
            )  # fmt: skip
        known[gold.id] = number
        texts.append(gold)
    if not texts:
        raise InputError("the file holds no text", path=path, remedy=_REMEDY)
    return texts


_REMEDY = "Write one object a line, with id, text and figures, as in tests/golden/texts.jsonl"


def _object(line: str) -> Row:
    try:
        found = json.loads(line)
    except ValueError:
        raise ValueError("the line is not JSON") from None
    if not isinstance(found, dict):
        raise ValueError("the line is JSON, but no object")
    return found


def _gold(row: Row) -> Gold:
    row = dict(row)
    for key, kind in (("id", str), ("text", str), ("figures", list)):
        if not isinstance(row.get(key), kind):
            raise ValueError(f"the object has no {key}, or one of another type")
    text = row.pop("text")
    spans = {key: row.pop(key, None) or [] for key in ("figures", "claims", "not_figures")}
    for key, rows in spans.items():
        for position, one in enumerate(rows):
            if not _is_span(one, text):
                raise ValueError(f"{key}[{position}] has no start and end inside the text")
    published = row.pop("published", None)
    if published is not None and not _is_date(published):
        raise ValueError(f"published is {published!r}, which is no date")
    coding = Coding(spans["figures"], spans["claims"])
    debatable = frozenset(row.pop("debatable", None) or ())
    return Gold(row.pop("id"), text, published, coding, spans["not_figures"], debatable, row)


def _is_date(value: Any) -> bool:
    try:
        bounds(value)
    except (ValueError, TypeError):
        return False
    return True


def _is_span(row: Any, text: str) -> bool:
    if not isinstance(row, dict):
        return False
    start, end = row.get("start"), row.get("end")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)
