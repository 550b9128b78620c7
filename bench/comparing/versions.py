"""Two versions of a large table of figures: one cell in a hundred changed, some rows added, some gone, others in another order."""

import hashlib
import json
from pathlib import Path

import numpy
import pyarrow as pa
from pyarrow import csv, parquet
from validating import made

from conflict_figures import schema
from conflict_figures.tabular.columns import encode, plain

TABLE = "figures"
_CLAIMS = 250
#: One cell in so many is changed; one row in so many is added, and one is gone.
_CELLS, _ROWS = 100, 1000


def tables(rows: int) -> tuple[pa.Table, pa.Table]:
    """Return the table of both versions; the same size gives the same tables everywhere.

    >>> old, new = tables(5000)
    >>> old.num_rows, new.num_rows, old.schema == new.schema
    (5000, 5000, True)
    """
    more = rows // _ROWS
    every = made.tables(rows + more, claims=_CLAIMS)[TABLE]
    chance = numpy.random.default_rng(6)
    old = every.slice(0, rows)
    new = pa.concat_tables([old.take(pa.array(numpy.sort(chance.permutation(rows)[more:]))), every.slice(rows)])
    for place, field in enumerate(schema.table(TABLE).fields):
        if field.name != "figure_id":
            new = new.set_column(place, new.schema.field(place), _changed(new.column(place), field.enum, chance))
    return old, new.combine_chunks()


def _changed(column: pa.ChunkedArray, codes: tuple[str, ...], chance: numpy.random.Generator) -> pa.Array:
    """Return a column of which one cell in a hundred holds what another one held, or nothing where it held something."""
    column = plain(pa.table({"column": column}))["column"].combine_chunks()
    places = chance.permutation(len(column))[: len(column) // _CELLS]
    other = numpy.arange(len(column))
    other[places] = numpy.roll(places, 1)
    taken = column.take(pa.array(other))
    return encode(taken, codes) if codes else taken


def write(folder: Path, table: pa.Table, kind: str) -> Path:
    """Write a version as a release has it, Parquet with a descriptor, or as CSV alone; return its folder."""
    folder.mkdir(parents=True)
    if kind == "csv":
        csv.write_csv(plain(table), folder / f"{TABLE}.csv")
        return folder
    path = folder / f"{TABLE}.parquet"
    parquet.write_table(table, path, compression="zstd")
    twin = {"path": path.name, "format": "parquet", "hash": "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()}
    said = {"name": "made", "version": "0.1.0", "resources": [{"name": TABLE, "schema": schema.descriptor(TABLE), "alternates": [twin]}]}
    (folder / "datapackage.json").write_text(json.dumps(said), encoding="utf-8")
    return folder
