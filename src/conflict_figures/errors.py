"""The one error for input that is wrong, said so that its author can mend it."""

from pathlib import Path


class InputError(ValueError):
    """Input that cannot be used: where it is, what is wrong, what to do.

    Raise it for faults of files, rows and arguments that a person wrote. The command line prints it as
    one line on stderr and exits with 1. A fault of the program itself is no InputError: let it crash.

    Parameters
    ----------
    message
        What is wrong, as a sentence; the full stop is added where it is missing.
    path, line, column
        Where, as far as it is known. Lines and columns count from 1.
    remedy
        What to do about it, as a sentence.

    >>> print(InputError("unknown key 'publsher'", path="seeds/texts/a.yaml", line=3, remedy="Write 'publisher'."))
    seeds/texts/a.yaml:3: unknown key 'publsher'. Write 'publisher'.
    >>> print(InputError("the text is empty"))
    the text is empty.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        column: int | None = None,
        remedy: str | None = None,
    ):
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.remedy = remedy
        super().__init__(message)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        said = " ".join(_sentence(part) for part in (self.message, self.remedy) if part)
        return f"{place}: {said}" if place else said

    def __reduce__(self):
        # the default would call InputError(message) alone, and an error from a worker process would lose its place
        return _rebuild, (type(self), self.message, self.path, self.line, self.column, self.remedy)


class UsageError(InputError):
    """An argument that names nothing: an unknown table, column or figure. The command line exits with 2."""


def suggestion(name: str, known, what: str) -> str:
    """The remedy for a name that is not among the known ones: the closest of them, or all when they are few.

    >>> suggestion("figure", ["sources", "figures"], "table")
    "Did you mean 'figures'?"
    >>> suggestion("notes", ["sources", "figures"], "table")
    'The tables are sources, figures.'
    """
    import difflib

    known = list(known)
    close = difflib.get_close_matches(name, known, n=1)
    if close:
        return f"Did you mean {close[0]!r}?"
    return f"The {what}s are {', '.join(known)}."


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else words + "."


def _rebuild(kind, message, path, line, column, remedy) -> InputError:
    return kind(message, path=path, line=line, column=column, remedy=remedy)
