"""How numbers read in sentences, whatever page, report or message they stand in."""


def number(value: float) -> str:
    """A number with separators, without a fraction where it has none.

    >>> number(18000.0), number(2.5)
    ('18,000', '2.5')
    """
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def counted(how_many: int, one: str, many: str | None = None) -> str:
    """How many there are of something.

    >>> counted(1, "error"), counted(12000, "error"), counted(2, "entry", "entries")
    ('1 error', '12,000 errors', '2 entries')
    """
    return f"{how_many:,} {one if how_many == 1 else many or one + 's'}"
