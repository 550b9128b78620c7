"""Words for codes: a misspelling, another language's word for it, a truth value as a spreadsheet writes it."""

from conflict_figures.check.rules.units import UNITS
from conflict_figures.check.suggest.spelling import bare, nearest
from conflict_figures.schema import Field, codes

#: What people write for a code that looks like none of them, by code list.
_MEANT = {
    "qualifier": {
        "up_to": "at_most", "max": "at_most", "maximum": "at_most", "no_more_than": "at_most", "not_more_than": "at_most",
        "min": "at_least", "minimum": "at_least", "no_fewer_than": "at_least", "no_less_than": "at_least",
        "approximately": "about", "approx": "about", "around": "about", "circa": "about", "ca": "about", "roughly": "about",
        "some": "about", "over": "more_than", "above": "more_than", "exceeding": "more_than",
        "under": "less_than", "below": "less_than", "fewer_than": "less_than", "between": "range",
        "almost": "nearly", "close_to": "nearly", "approaching": "nearly", "precisely": "exact", "exactly": "exact", "none": "exact",
        "dozens": "vague", "several": "vague", "hundreds": "vague", "thousands": "vague", "many": "vague",
    },
    "measure": {
        "dead": "killed", "deaths": "killed", "death": "killed", "fatalities": "killed", "died": "killed", "kia": "killed",
        "injured": "wounded", "injuries": "wounded", "wia": "wounded", "losses": "casualties", "casualty": "casualties",
        "troops": "deployed", "sent": "deployed", "prisoners": "captured", "pow": "captured", "pows": "captured", "mia": "missing",
    },
    "count_mode": {"total": "cumulative", "running_total": "cumulative", "daily": "rate", "per_day": "rate"},
    "affected_status": {"soldiers": "military", "soldier": "military", "troops": "military", "civilians": "civilian", "both": "mixed"},
}  # fmt: skip
_TRUE = {"true", "yes", "y", "1", "t", "wahr", "ja", "vrai", "oui", "да"}
_FALSE = {"false", "no", "n", "0", "f", "falsch", "nein", "faux", "non", "нет"}
_CURRENCIES = {
    "dollar": "USD", "dollars": "USD", "us$": "USD", "$": "USD", "euro": "EUR", "euros": "EUR", "€": "EUR", "won": "KRW", "₩": "KRW",
    "pound": "GBP", "pounds": "GBP", "£": "GBP", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "₽": "RUB",
    "hryvnia": "UAH", "hryvnias": "UAH", "₴": "UAH", "yen": "JPY", "¥": "JPY", "yuan": "CNY",
}  # fmt: skip


def near(cell: str, field: Field) -> str | None:
    """The code of the field's list that ``cell`` was meant to be: by a known other word, its spelling, or its title.

    >>> from conflict_figures import schema
    >>> [near(cell, schema.table("figures").field("qualifier")) for cell in ("up to", "About", "abuot", "purple")]
    ['at_most', 'about', 'about', None]
    """
    spelt = nearest(cell, [code for code in field.enum if bare(code) == bare(cell)])
    if spelt:
        return spelt
    meant = _MEANT.get(field.codes or "", {}).get("_".join(cell.strip().lower().replace("-", " ").split()))
    if meant in field.enum:
        return meant
    titles = {code.title: code.code for code in codes(field.codes)} if field.codes else {}
    titled = next((code for title, code in titles.items() if bare(title) == bare(cell)), None)
    return titled or nearest(cell, field.enum) or titles.get(nearest(cell, list(titles)) or "")


def truth(cell: str) -> str | None:
    """The truth value that ``cell`` spells.

    >>> truth("TRUE"), truth("no"), truth("perhaps")
    ('true', 'false', None)
    """
    word = cell.strip().casefold()
    return "true" if word in _TRUE else "false" if word in _FALSE else None


def currency(cell: str) -> str | None:
    """The ISO 4217 code of a currency, where a word or a sign names one.

    >>> currency("US$"), currency("usd"), currency("person")
    ('USD', 'USD', None)
    """
    word = cell.strip()
    if len(word) == 3 and word.isascii() and word.isalpha():
        return word.upper()
    return _CURRENCIES.get(word.casefold())


def unit(cell: str) -> str | None:
    """The unit that a word stands for.

    >>> unit("People"), unit("tanks"), unit("tank")
    ('person', 'tank', None)
    """
    return UNITS.get(cell.lower())
