"""A record of a release, sources of every kind, a part of a dataset that was read from them; and small datasets, released and not."""

import pytest
from small_releases import NEW, OLD, World

from conflict_figures import schema
from conflict_figures.cite.record import Part, record
from conflict_figures.cite.sources import Source


@pytest.fixture(scope="session")
def released():
    return record(schema.package(), date="2026-12-01", doi=None)


@pytest.fixture(scope="session")
def sources() -> tuple[Source, ...]:
    """One source of each kind, with as much and as little known as there is."""
    return (
        Source("wire-1", "article", ("Barbara Kwiatkowska", "Kim & Lee, staff"), 'Toll "rises" 5 % {so far}', "R&D Wire_", "2025-04-30",
               url="https://wire.test/a_b?c=1%20&d=~e#f", language="en", accessed="2025-05-02"),
        Source("wire-2", "article", (), None, "Тиждень", "2025-04~", url="https://wire.test/2"),
        Source("print-3", "article", ("C. Dee",), "In print alone", "The Paper", "2025-21"),
        Source("report-4", "report", ("한국 조사단",), "An inquiry", None, "2025-03/2025-04"),
        Source("post-5", "post", (), "A post", None, None, "2025-04-30", url="https://posts.test/5"),
        Source("talk-6", "transcript", (), None, None),
        Source("rows-7", "dataset", ("Others",), "Rows", "An institute", "2024"),
    )  # fmt: skip


@pytest.fixture(scope="session")
def part(sources) -> Part:
    hashed = "sha256:" + "ab" * 32
    return Part("7 rows of the table figures", ("Subset: 7 rows of the table figures, 100 % of {them}.",), 7, hashed, sources)


@pytest.fixture
def world(tmp_path, monkeypatch) -> World:
    """Version 0.2.0 is installed and not released; 0.1.0 was released with a row more, fewer tables, and a DOI."""
    made = World(tmp_path, monkeypatch)
    made.release("0.1.0", OLD, "2026-01-31", "10.17605/osf.io/ab1")
    made.install("0.2.0", NEW)
    return made


@pytest.fixture
def published(world) -> World:
    """The same world after 0.2.0 was released."""
    world.release("0.2.0", NEW, "2026-12-01")
    return world
