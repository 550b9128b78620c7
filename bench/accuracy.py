"""Measure the extractor on texts coded by hand: ``python bench/accuracy.py [GOLD.jsonl …]``.

  detection          a wanted and a found figure touch, and value, low and high agree; one to one
  detection+measure  and what is counted agrees too
  span only          they touch, whatever the numbers: tells a figure misread from one missed
  includes, repeats  pairs of figures with that link
  claims             half of what either span covers is shared, and the speaker is the same
  fields             share of matched figures on which the field agrees; of subject and place the words in common

Exit codes: 0 measured, 2 wrong use.
"""

import argparse
import json
import sys
from pathlib import Path

from scoring import extracted, gold, report
from scoring.differences import Difference
from scoring.gold import Gold
from scoring.tally import Tally, of_text
from terminal import progress

from conflict_figures.errors import InputError

_DEFAULT = Path(__file__).resolve().parents[1] / "tests" / "golden" / "texts.jsonl"


def measure(
    texts: list[Gold], by: str, *, all_figures: bool = False
) -> tuple[Tally, dict[str, Tally], list[Difference]]:
    """Read every text and return the tally of all, a tally for each value of the label ``by``, and the differences."""
    total, groups, differences = Tally(), {}, []
    for text in progress(texts, "reading", len(texts)):
        found = extracted.coding(text.text, text.published)
        tally, differs = of_text(text, found, all_figures=all_figures)
        total += tally
        group = text.id if by == "id" else str(text.labels.get(by, "–"))
        groups.setdefault(group, Tally())
        groups[group] += tally
        differences += differs
    return total, groups, differences


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="accuracy", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", nargs="*", default=[_DEFAULT], type=Path, help="JSON Lines of coded texts")
    parser.add_argument("--errors", action="store_true", help="list every difference")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    parser.add_argument(
        "--by", default="kind", metavar="LABEL", help="a line for each value of this key (default: kind)"
    )
    parser.add_argument("--all", action="store_true", help="score the fields of debatable figures too")
    asked = parser.parse_args(arguments)
    try:
        total, groups, differences = measure(
            [text for path in asked.gold for text in gold.read(path)], asked.by, all_figures=asked.all
        )
    except InputError as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2
    if asked.json:
        scores = {"all": report.as_dict(total), asked.by: {name: report.as_dict(t) for name, t in groups.items()}}
        if asked.errors:
            scores["errors"] = [{key: getattr(one, key) for key in one.__slots__} for one in differences]
        print(json.dumps(scores, indent=1, ensure_ascii=False))
        return 0
    print(report.as_text(total, groups, asked.by), end="")
    if asked.errors:
        print(f"\n{len(differences)} differences", *differences, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
