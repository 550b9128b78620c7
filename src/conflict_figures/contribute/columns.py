"""The columns of a coding sheet: what a coder writes down of one figure, in the words of the codebook."""

from dataclasses import dataclass

#: The rights in a page of which only facts are coded.
RIGHTS = "All rights with the publisher. Only facts are recorded here; no sentence of the page is kept."

#: A list of so many codes is not written out; only that of the countries is.
MANY = 40


@dataclass(frozen=True)
class Column:
    """One column: what it holds, the code list it takes its values from, and whether every row needs it.

    ``about`` says what the cell is a fact of: the row, its page, or nothing else than the figure. Facts of a
    page need to stand in one of its rows only.
    """

    name: str
    meaning: str
    about: str
    codes: str | None = None
    required: bool = False


COLUMNS = (
    Column("record", "a whole number of your own for the row; it becomes part of the ids, so never change it", "row", required=True),
    Column("page", "a short name of the page, as `gazette-0612`; if empty, made of publisher and day of publication", "row"),
    Column("publisher", "the outlet or body that issued the page", "page"),
    Column("publisher_country", "where it has its seat, in three letters, as `UKR`", "page", "country"),
    Column("kind", "what the page is; if empty, `article`", "page", "source_kind"),
    Column("title", "the page's headline, as printed", "page"),
    Column("author", "its author; several joined with `; `", "page"),
    Column("url", "its web address", "page"),
    Column("language", "its language, as `en` or `pt-BR`", "page"),
    Column("published", "the day or period of publication that the page states, as 2025-04-30 or 2025-04", "page"),
    Column("accessed", "the day you read it, as 2025-04-30", "page"),
    Column("rights", f"who holds the rights; if empty: {RIGHTS}", "page"),
    Column("agency", "the outlet whose report the page passes on for this figure", "figure"),
    Column("speaker", "who says so, without title; empty where it is the page itself", "figure"),
    Column("speaker_kind", "what the speaker is; one row for each name is enough", "figure", "actor_kind"),
    Column("speaker_country", "for whom the speaker acts, in three letters", "figure", "country"),
    Column("origin", "what or whom the speaker, or the page, cites for it", "figure"),
    Column("origin_kind", "what the origin is; one row for each name is enough", "figure", "actor_kind"),
    Column("origin_country", "for whom the origin acts, in three letters", "figure", "country"),
    Column("number", "the number with its hedge as worded, in English: `about 1,200`; empty for a denial without one", "figure"),
    Column("measure", "what is counted", "figure", "measure"),
    Column("unit", "the thing counted: `person`, `tank`, `km2`, or the code of a currency", "figure"),
    Column("subject", "who or what is counted, in neutral words: `soldiers of the northern army`", "figure"),
    Column("affected_status", "whether those counted are military or civilian", "figure", "affected_status"),
    Column("count_mode", "over what the number counts; a rate is known by its `rate_per`", "figure", "count_mode"),
    Column("rate_per", "the unit of time of a rate", "figure", "rate_per"),
    Column("increment", "`yes` where the number is added to one stated elsewhere: another 30", "figure"),
    Column("place", "where, as the page has it", "figure"),
    Column("stance", "what the speaker does with it; if empty, `asserted`", "figure", "stance"),
    Column("certainty", "how firmly it is put; if empty, `stated`", "figure", "certainty"),
    Column("date", "the day or period that the figure covers, as 2025-04-30, 2025-03/2025-06-14 or ../2025-04-30", "figure"),
    Column("date_role", "what that date says; if empty, `event` for a period's count, else `as_of`", "figure", "date_role"),
    Column("stated", "the day on which the speaker spoke", "figure"),
    Column("part_of", "the `record` of the row, of the same page, whose number includes this one", "figure"),
    Column("utterance", "one name for all rows that render the same act of speech, as `ministry-2025-06-12`", "figure"),
    Column("item", "one name for all rows that render the same count of it, as `ministry-2025-06-12-killed`", "figure"),
    Column("carried_as", "whether the page reports it as news or recalls it", "figure", "carried_as"),
    Column("confidence", "how sure you are of the row", "figure", "confidence"),
    Column("issue", "what is odd about the rendering, by the codebook's words", "figure"),
    Column("note", "a remark in your own neutral words, never the page's", "figure"),
)  # fmt: skip
NAMES = tuple(column.name for column in COLUMNS)
PAGE = tuple(column.name for column in COLUMNS if column.about == "page")


def named(name: str) -> Column:
    """Return the column of that name.

    >>> named("measure").codes
    'measure'
    """
    return COLUMNS[NAMES.index(name)]
