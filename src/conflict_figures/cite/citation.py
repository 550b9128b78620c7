"""``cf.cite(what, style=…)``: the citation of a release, of a subset, or of one row."""

from __future__ import annotations

import re
from dataclasses import replace

from conflict_figures.cite import editions, frames, row, styles, subset
from conflict_figures.cite.editions import Edition
from conflict_figures.cite.frames import Frame

_VERSION = re.compile(r"\d+\.\d+\.\d+", re.ASCII)


def cite(what: object = None, *, style: str = "text") -> str:
    """How to cite the dataset, the rows that you used, or one figure.

    Parameters
    ----------
    what
        None for the installed dataset; the number of a version, such as ``"0.1.0"``, for that release; a DataFrame or Arrow
        table with rows of any table, known by the columns of its key, for a subset; the id of a figure, claim, source, date,
        actor or finding for that one row.
    style
        ``text`` (as the APA has it), ``bibtex`` (with biblatex's ``@dataset``), ``ris``, ``csl`` (CSL-JSON), ``cff``
        (CITATION.cff 1.2.0) or ``datacite`` (DataCite JSON 4.5, without a DOI where none was issued).

    Returns
    -------
    str
        In every style the dataset with its version, year and, where one was issued, DOI. Of data that are not a release,
        such as a checkout in development, it says so and gives no year. For a subset or row it also says how many rows there
        are, the hash by which they are known again (:mod:`conflict_figures.cite.rows` defines it and ``cf.cite.verify``
        checks it), which cells you changed, and the sources that the rows were read from. A withdrawn row is cited with the
        reason, and the last version that has it.

    Raises
    ------
    InputError
        For a style, id or version that is not there; rows without their key, with a key that the version does not have, or
        none at all; ``datacite`` for data that are not a release, for it asks for the year.

    >>> import conflict_figures as cf
    >>> cf.cite().startswith("The conflict-figures contributors. (")
    True
    >>> df = cf.load()
    >>> "Subset: 10 of " in cf.cite(df[df["publisher"] == "Espreso"])
    True
    >>> "Figure nk-casualties-kursk.f1777: “around 4,700”; casualties, person" in cf.cite("nk-casualties-kursk.f1777")
    True
    """
    styles.check(style)
    if what is None:
        return styles.render(editions.installed().record, style)
    if isinstance(what, str):
        if _VERSION.fullmatch(what):
            return styles.render(editions.of(what).record, style)
        edition = editions.installed()
        return styles.render(replace(edition.record, part=row.part(what, edition)), style)
    frame = frames.frame(what)
    edition = _edition_of(frame)
    return styles.render(replace(edition.record, part=subset.part(frame, edition)), style)


def _edition_of(frame: Frame) -> Edition:
    """The version that rows are of.

    Where the installed data have moved on from the release whose number they carry, rows of that number may be of either. They
    are the release's where they are in it, cell by cell.
    """
    here = editions.installed()
    if frame.version is None:
        return here
    there = editions.of(frame.version)
    return there if there.version != here.version or subset.is_of(frame, there) else here
