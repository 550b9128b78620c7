"""Read a Parquet file, a frame or an Arrow table as a table: columns by name, types as the schema has them or without loss.

Rows have no lines here; findings give their number.
"""

from pathlib import Path

import pyarrow
import pyarrow.compute as pc

from conflict_figures import schema
from conflict_figures.check.finding import Finding
from conflict_figures.check.reading import header
from conflict_figures.check.reading.gathering import nulls, whole
from conflict_figures.check.reading.sheet import Sheet, failed, fault
from conflict_figures.schema.to_arrow import arrow_type
from conflict_figures.tabular.columns import encode

#: More rows than any contribution has; runs of one value fit by the billion into a few bytes of Parquet.
MOST_ROWS = 50_000_000
_BATCH = 65_536


def read(path: Path, name: str, shown: str | None = None) -> Sheet:
    """Read the Parquet file at ``path`` as the table ``name``.

    Raises:
        OSError: the file cannot be opened. Faults of its content are findings.
    """
    import pyarrow.parquet as parquet

    shown = str(path) if shown is None else shown
    with open(path, "rb") as file:
        try:
            with parquet.ParquetFile(file) as opened:
                rows = opened.metadata.num_rows
                if rows > MOST_ROWS:
                    message = f"the file has {rows:,} rows; {MOST_ROWS:,} are the most that are read"
                    return failed(name, shown, "too-large", message, "Hand the table in by parts")
                names = opened.schema_arrow.names
                compared = header.compare(name, shown, names, None)
                if not compared.index:
                    return Sheet(name, shown, findings=compared.findings)
                # a name that stands there twice cannot be asked for by name
                if len(set(names)) == len(names):
                    table = _table(opened, [names[place] for place in compared.index.values()])
                else:
                    table = _table(opened, None)
                    table = table.select([names.index(names[place]) for place in compared.index.values()])
                table.validate(full=True)
        except (pyarrow.ArrowException, OSError) as error:
            return failed(
                name, shown, "parquet", f"the file cannot be read as Parquet: {_first_line(error)}",
                "Write the file again; it is cut short, or is none"
            )  # fmt: skip
    return typed(name, shown, table.rename_columns(list(compared.index)), compared)


def _table(opened, columns: list[str] | None) -> pyarrow.Table:
    """Read by batches, so that the file's own choice of row groups does not set the memory."""
    batches = list(opened.iter_batches(batch_size=_BATCH, columns=columns, use_threads=True))
    wanted = opened.schema_arrow
    if columns is not None:
        wanted = pyarrow.schema([wanted.field(column) for column in columns])
    wanted = wanted.remove_metadata()
    found = pyarrow.Table.from_batches(batches) if batches else wanted.empty_table()
    return found if columns is None else found.select(columns)


def frame(name: str, what) -> Sheet:
    """Read a DataFrame or an Arrow table, as `conflict_figures.validate` takes them by name."""
    if not isinstance(what, pyarrow.Table):
        try:
            what = _arrow(what)
        except (pyarrow.ArrowException, TypeError, ValueError) as error:
            return failed(name, name, "column-type", f"this is no table: {_first_line(error)}", "Give a DataFrame or a pyarrow.Table")
    compared = header.compare(name, name, what.column_names, None)
    if not compared.index:
        return Sheet(name, name, findings=compared.findings)
    table = what.select(list(compared.index.values())).rename_columns(list(compared.index))
    return typed(name, name, table, compared)


def _arrow(what) -> pyarrow.Table:
    if type(what).__module__.partition(".")[0] == "pandas":
        # the numbers of rows are no column
        return pyarrow.Table.from_pandas(what, preserve_index=False).replace_schema_metadata(None)
    return pyarrow.table(what)


def typed(name: str, shown: str, table: pyarrow.Table, compared: header.Header) -> Sheet:
    """Bring the columns of ``table``, which are called as in the schema, to the schema's types where nothing is lost."""
    columns: dict[str, pyarrow.ChunkedArray] = {}
    findings: list[Finding] = list(compared.findings)
    for column in table.column_names:
        field = schema.table(name).field(column)
        values = _as(field, table[column])
        if values is None:
            findings.append(
                fault(
                    name, shown, "column-type", f"the column is {table.schema.field(column).type}, not {field.type}",
                    f"Write it as {arrow_type(field)}", column=column, position=compared.index[column] + 1,
                )
            )  # fmt: skip
        else:
            columns[column] = values
    wanted = schema.arrow(name)
    if not columns:
        return Sheet(name, shown, findings=tuple(findings))
    return Sheet(
        name, shown, whole(name, [pyarrow.table(columns)]), None, tuple(findings),
        {column: place + 1 for column, place in compared.index.items()}, {}, frozenset(wanted.names) - columns.keys(),
    )  # fmt: skip


def _as(field, column: pyarrow.ChunkedArray) -> pyarrow.ChunkedArray | None:
    """Return ``column`` in the type of ``field``, or ``None`` if it holds something else."""
    wanted = arrow_type(field)
    types = pyarrow.types
    if types.is_null(column.type):
        return nulls(field, len(column))
    if types.is_dictionary(column.type) and column.type != wanted:
        column = pyarrow.chunked_array([chunk.dictionary_decode() for chunk in column.chunks], column.type.value_type)
    if column.type == wanted:
        return column
    kind = column.type
    if field.type == "string" and (types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind)):
        column = column.cast(pyarrow.string())
        if not types.is_dictionary(wanted):
            return column
        return pyarrow.chunked_array([encode(chunk, field.enum) for chunk in column.chunks], wanted)
    numbers = types.is_integer(kind) or types.is_floating(kind)
    dates = types.is_date(kind) or types.is_timestamp(kind)
    fits = numbers and field.type in ("integer", "number") or dates and field.type == "date"
    if not fits:
        return None
    try:
        # NaN is how frames write that there is no number
        if types.is_floating(kind) and field.type == "integer":
            column = pc.if_else(pc.is_nan(column), pyarrow.scalar(None, kind), column)
        return column.cast(wanted)
    except pyarrow.ArrowInvalid:
        return None


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")[:200]


def names(path: Path) -> list[str]:
    """Return the names of the columns of a Parquet file; none if it cannot be read."""
    import pyarrow.parquet as parquet

    try:
        with parquet.ParquetFile(path) as opened:
            return opened.schema_arrow.names
    except (pyarrow.ArrowException, OSError):
        return []
