"""Make the pages that are computed from the data: ``python docs/make [--into FOLDER]``.

Writes docs/findings.md, docs/data-quality.md and the charts in docs/charts from the published tables. The same data give the
same bytes: nothing is fetched, nothing is drawn at random, no clock is read.
"""

import argparse
from pathlib import Path

import findings
import jinja2
import quality
import style
import words

ROOT = Path(__file__).resolve().parents[2]
FILTERS = ("number", "count", "day", "listed", "linked", "plain", "percent", "told_on")


def main() -> None:
    parser = argparse.ArgumentParser(prog="docs/make", description=__doc__.split("\n\n")[0])
    parser.add_argument("--into", type=Path, default=ROOT / "docs", help="the folder to write into")
    into = parser.parse_args().into
    charts, facts = findings.facts()
    for name, chart in charts.items():
        style.save(chart, into / "charts" / f"{name}.svg")
    write(into / "findings.md", "findings.md.jinja", facts)
    write(into / "data-quality.md", "data-quality.md.jinja", quality.facts(ROOT))
    print(f"made 2 pages and {words.count(len(charts), 'chart')}")


def write(path: Path, template: str, facts: dict) -> None:
    """Fill a template; a name that no fact has is a mistake and no empty cell."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).resolve().parent / "templates"),
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {name: getattr(words, name) for name in FILTERS}
    path.write_text(environment.get_template(template).render(facts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
