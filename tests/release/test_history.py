"""The releases that were made: each is what the index says, whole, and reads as it did."""

import hashlib
import io

import pyarrow.parquet as parquet
import pytest

from conflict_figures import _paths
from conflict_figures.tabular import delimited
from conflict_figures.versions import history, index

RELEASES = index.read()


def release(version):
    return history.local(RELEASES[version], _paths.releases())


def test_the_first_two_are_there():
    assert list(RELEASES)[:2] == ["0.1.0", "0.2.0"]
    assert {path.name for path in _paths.releases().glob("*.zip")} == {one.file for one in RELEASES.values()}


@pytest.mark.parametrize("version", RELEASES)
def test_every_file_is_the_one_that_was_listed(version):
    package = release(version)
    listed = dict(reversed(line.split("  ")) for line in package.file("SHA256SUMS").decode().splitlines())
    for path, expected in listed.items():
        assert hashlib.sha256(package.file(path)).hexdigest() == expected, path
    for table in package.tables:
        resource = package.resource(table)
        assert {resource["path"], resource["alternates"][0]["path"]} <= listed.keys()
        assert resource["contentHash"] == RELEASES[version].tables[table]
        assert package.read(table).num_rows == resource["rowCount"]


@pytest.mark.parametrize("version", RELEASES)
def test_the_content_hash_is_that_of_the_rows_whatever_wrote_them(version):
    package = release(version)
    for name, expected in RELEASES[version].tables.items():
        table = package.read(name)
        # another writer: no dictionaries, other pages, another compression
        out = io.BytesIO()
        parquet.write_table(table, out, compression="gzip", use_dictionary=False, row_group_size=7, data_page_version="2.0")
        again = parquet.ParquetFile(io.BytesIO(out.getvalue())).read()
        assert "sha256:" + hashlib.sha256(delimited.encode(again)).hexdigest() == expected


def test_rows_that_were_released_are_the_same_or_told_of():
    """Between any two releases no id is gone without a tombstone, and rows say since when they are there."""
    from conflict_figures.release.diff import diff

    versions = list(RELEASES)
    for old, new in zip(versions, versions[1:], strict=False):
        changes = diff(release(old), release(new))
        assert changes.gone == 0
        assert index.order(new) >= index.order(changes.bump.least)
        before = release(old).read("figures")["figure_id"].to_pylist()
        after = release(new).read("figures")
        first = dict(zip(after["figure_id"].to_pylist(), after["added_in"].to_pylist(), strict=True))
        assert {first[key] for key in before if key in first} <= {one for one in versions if index.order(one) <= index.order(old)}
        assert {added for key, added in first.items() if key not in set(before)} == {new}
