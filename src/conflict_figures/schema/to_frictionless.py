"""Compile a table to a `frictionless.Schema`: the standard's own reader, used as referee."""

from conflict_figures.schema.to_descriptor import compile_descriptor, table_descriptor


def frictionless_schema(name: str, *, foreign_keys: bool = False):
    """The `frictionless.Schema` of a table.

    Foreign keys are left out unless asked for: they point to other tables, and a table validated by
    itself would fail for want of them. Validate the whole package to check them.

    >>> schema = frictionless_schema("figures")
    >>> schema.primary_key, schema.get_field("measure").constraints["required"]
    (['figure_id'], True)
    """
    return compile_frictionless(table_descriptor(name), foreign_keys=foreign_keys, compiled=True)


def compile_frictionless(descriptor: dict, *, foreign_keys: bool = False, compiled: bool = False):
    """The same for any Table Schema with our extra properties."""
    from frictionless import Schema

    descriptor = descriptor if compiled else compile_descriptor(descriptor)
    left_out = {"$schema"} if foreign_keys else {"$schema", "foreignKeys"}
    return Schema.from_descriptor({key: value for key, value in descriptor.items() if key not in left_out})
