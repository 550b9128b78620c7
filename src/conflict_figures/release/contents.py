"""The files of a release, by their paths in its folder."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from conflict_figures.cite.record import record
from conflict_figures.cite.styles import cff, datacite, text
from conflict_figures.errors import InputError
from conflict_figures.publish import descriptor
from conflict_figures.release import croissant, dataset_page, state
from conflict_figures.release.described import Described
from conflict_figures.release.diff import Changes
from conflict_figures.versions.package import DESCRIPTOR
from conflict_figures.wording import counted

SUMS = "SHA256SUMS"
#: What is taken over as it stands in the checkout, by its path in the release.
_TAKEN = {state.LICENCE: state.LICENCE, "codebook.md": "docs/codebook.md", "data-dictionary.md": "docs/data-dictionary.md"}
_QUALITY = "data-quality.md"
#: Words that somebody meant to replace. The descriptions of a release may hold none.
_WORDS = "TODO|TBA|TBD|FIXME|lorem ipsum"
_UNFINISHED = re.compile(rf"\b(?:{_WORDS})\b|X{{5,}}", re.IGNORECASE)
#: Pages and columns may hold addresses that are examples; what cites a release may not.
_PLACEHOLDER = re.compile(rf"\b(?:{_WORDS}|example[.](?:org|com|net))\b|X{{4,}}|[<\[{{](?:your|insert|doi|year)\b", re.IGNORECASE)


def files(root: Path, described: Described, changes: Changes | None) -> dict[str, bytes]:
    """Return the files of a release.

    Args:
        root: the checkout that publishes it.
        changes: what changed since the release before; None for a first release.

    Raises:
        InputError: a page of the checkout is missing, or a description holds words that were to be replaced.
    """
    package = described.package
    cited = record(package.descriptor, date=described.date, doi=described.doi)
    told = {
        "CITATION.cff": f"{cff.render(cited)}\n".encode(),
        "datacite.json": f"{datacite.render(cited)}\n".encode(),
        "dataset.jsonld": dataset_page.encode(described),
        "README.md": _readme(described, text.render(cited)),
    }
    made = told | {"croissant.json": croissant.encode(described, text.render(cited))}
    made |= {path: _page(root / at) for path, at in _TAKEN.items()} | _told_of_the_data(root)
    made[DESCRIPTOR] = descriptor.encode(_released(described))
    made["CHANGES.md"] = _notes(root, described, changes)
    for path, data in made.items():
        _no_placeholder(path, data, _PLACEHOLDER if path in told else _UNFINISHED)
    made |= {file.path: package.verified(file.path, f"sha256:{file.sha256}") for file in described.files}
    made[SUMS] = "".join(f"{hashlib.sha256(made[path]).hexdigest()}  {path}\n" for path in sorted(made)).encode("utf-8")
    return made


def _released(described: Described) -> dict:
    """Return the descriptor with what only a release has: its day and, where there is one, its DOI."""
    said = {}
    for key, value in described.package.descriptor.items():
        said[key] = value
        if key == "version":
            said["created"] = f"{described.date}T00:00:00Z"
            if described.doi:
                said["id"] = f"https://doi.org/{described.doi}"
    return said


def _told_of_the_data(root: Path) -> dict[str, bytes]:
    """Return the pages on how good the rows are and how people coded them, where there are such."""
    found = {_QUALITY: root / "docs" / _QUALITY} if (root / "docs" / _QUALITY).is_file() else {}
    found |= {f"coded-{path.parent.name}.md": path for path in sorted((root / "seeds" / "coded").glob("*/README.md"))}
    return {name: path.read_bytes() for name, path in found.items()}


def _notes(root: Path, described: Described, changes: Changes | None) -> bytes:
    """Return what the changelog says of the version, and below it what a comparison with the release before finds."""
    said = f"# Version {described.version}\n\n{state.section(root, described.version, described.date)}\n\n"
    if changes is not None:
        return (said + changes.to_markdown()).encode("utf-8")
    rows = "\n".join(f"- `{table}`: {counted(described.package.resource(table)['rowCount'], 'row')}" for table in described.package.tables)
    return f"{said}The first release.\n\n{rows}\n".encode()


def _readme(described: Described, citation: str) -> bytes:
    package = described.package.descriptor
    version, name = described.version, package["name"]
    return f"""# {" ".join(package["title"].split())} {version}

{package.get("description", "")}

{_coverage(described)}

Released {described.date}. The licence of the data is {package["licenses"][0]["name"]}; quotations from sources are their
publishers'. {state.LICENCE} tells the whole; it stands here as in the repository, whose folders it names.

Cite it as:

> {citation}

| File | What it is |
| --- | --- |
| `data/` | the tables, each as CSV and as Parquet |
| `datapackage.json` | what the tables and columns are, with the hash of each of their files (Data Package 2.0) |
| `data-dictionary.md`, `codebook.md` | the columns and codes, and what a row means; both were made in the repository, which has the folder `schemas` that they name |
| `{_QUALITY}`, `coded-….md` | where they are there: how often coders erred and what is missing, and how people coded the rows. Read them before you rely on a row |
| `CHANGES.md` | what changed since the version before |
| `CITATION.cff`, `datacite.json` | how to cite it, for programs |
| `croissant.json`, `dataset.jsonld` | the same descriptions as machine-learning libraries and search engines read them |
| `SHA256SUMS` | the hash of every file here; `sha256sum -c SHA256SUMS` compares them |

With the Python package of the same name: `cf.load(version="{version}", releases="{name}-{version}.zip")`.
""".encode()


def _coverage(described: Described) -> str:
    """Say in a few sentences how much there is."""
    import pyarrow.compute as pc

    figures, sources = described.package.read("figures"), described.package.read("sources")
    languages = pc.count_distinct(sources["language"].cast("string")).as_py()
    worded = len(figures) - figures["text"].null_count
    return (
        f"It holds {counted(len(figures), 'figure')} from {counted(len(sources), 'source')} in {counted(languages, 'language')}. "
        f"Of {'all' if worded == len(figures) else f'{worded:,}'} of the figures the exact words are in the column `text`"
        + ("; of the others `as_coded` has what a coder noted. Only where `review` says so did a second person see a row." if worded < len(figures) else ".")
    )


def _page(path: Path) -> bytes:
    if not path.is_file():
        raise InputError("the page is not there, and a release holds it", path=path, remedy="Restore it, or run make data")
    return path.read_bytes()


def _no_placeholder(path: str, data: bytes, sought: re.Pattern) -> None:
    found = sought.search(data.decode("utf-8"))
    if found:
        remedy = "Replace it where it is written: in schemas/, docs/ or CHANGELOG.md"
        raise InputError(f"{path} would hold {found[0]!r}, which was to be replaced", remedy=remedy)
