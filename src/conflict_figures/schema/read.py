"""Read the Table Schemas into small frozen objects."""

import functools
import json
from dataclasses import dataclass

from conflict_figures import _paths
from conflict_figures.errors import UsageError, suggestion
from conflict_figures.schema.code_lists import codes


#: What a web address has to look like; frictionless asks for a scheme and a host as well.
URI = r"[A-Za-z][A-Za-z0-9+.-]*://[^\s/]+[^\s]*"
#: The columns that a release fills: whoever contributes rows leaves them out.
RELEASE_COLUMNS = ("added_in", "changed_in")


@dataclass(frozen=True)
class Field:
    """One column: what it means, what its cells may hold.

    ``minimum`` and ``maximum`` are inclusive. ``enum`` holds the codes of the list named in ``codes``;
    ``pattern`` must match the whole cell. ``example`` has the type that JSON gives it.
    """

    name: str
    title: str
    description: str
    type: str
    unit: str | None = None
    format: str | None = None
    codes: str | None = None
    enum: tuple[str, ...] | None = None
    required: bool = False
    unique: bool = False
    minimum: int | float | str | None = None
    maximum: int | float | str | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    standard_term: str | None = None
    example: object = None


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose filled cells must be found in ``reference_fields`` of ``reference_table``."""

    fields: tuple[str, ...]
    reference_table: str
    reference_fields: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table: its columns in order, its keys and the ids of its row rules."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(field.name for field in self.fields)

    @property
    def written_names(self) -> tuple[str, ...]:
        """The names of the columns that a contribution has: all but those that a release fills."""
        return tuple(name for name in self.field_names if name not in RELEASE_COLUMNS)

    def field(self, name: str) -> Field:
        """The column of this name; UsageError if there is none.

        >>> table("links").field("predicate").required
        True
        """
        for field in self.fields:
            if field.name == name:
                return field
        remedy = suggestion(name, self.field_names, "column")
        raise UsageError(f"the table {self.name!r} has no column {name!r}", remedy=remedy)


@functools.cache
def package() -> dict:
    """The package's own properties: name, title, version, licences, contributors, tables in order.

    The dict is read once and shared: copy it before changing it.

    >>> package()["name"]
    'conflict-figures'
    """
    return _read("package")


def table_names() -> tuple[str, ...]:
    """The tables in the order in which they are published, the flat view last."""
    return tuple(package()["tables"])


@functools.cache
def table(name: str) -> Table:
    """The definition of a table; UsageError for a name that is none.

    >>> table("attributions").primary_key
    ('claim_id', 'hop')
    >>> table("claims").foreign_keys[0].reference_table
    'sources'
    """
    return parse(raw(name))


@functools.cache
def raw(name: str) -> dict:
    """The Table Schema as it stands in its file, for the compilers; shared, so not to be changed."""
    if name not in table_names():
        raise UsageError(f"there is no table {name!r}", remedy=suggestion(str(name), table_names(), "table"))
    return _read(name)


def parse(descriptor: dict) -> Table:
    """A `Table` from a Table Schema with our extra properties."""
    return Table(
        name=descriptor["name"],
        title=descriptor["title"],
        description=descriptor["description"],
        fields=tuple(parse_field(field) for field in descriptor["fields"]),
        primary_key=tuple(descriptor["primaryKey"]),
        foreign_keys=tuple(
            ForeignKey(tuple(key["fields"]), key["reference"]["resource"], tuple(key["reference"]["fields"]))
            for key in descriptor.get("foreignKeys", ())
        ),
        rules=tuple(descriptor.get("rules", ())),
    )


def parse_field(descriptor: dict) -> Field:
    """A `Field` from a field of a Table Schema; the enum comes from its code list, unless it is written out."""
    constraints = descriptor.get("constraints", {})
    listed = descriptor.get("codes")
    # a schema that was published has its codes written out, and they are those of its version
    enum = tuple(code.code for code in codes(listed)) if listed and "enum" not in constraints else constraints.get("enum")
    return Field(
        name=descriptor["name"],
        title=descriptor["title"],
        description=descriptor["description"],
        type=descriptor["type"],
        unit=descriptor.get("unit"),
        format=descriptor.get("format"),
        codes=listed,
        enum=tuple(enum) if enum else None,
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
        min_length=constraints.get("minLength"),
        max_length=constraints.get("maxLength"),
        pattern=constraints.get("pattern"),
        standard_term=descriptor.get("standardTerm"),
        example=descriptor.get("example"),
    )


def _read(name: str) -> dict:
    return json.loads((_paths.schemas() / f"{name}.json").read_text(encoding="utf-8"))
