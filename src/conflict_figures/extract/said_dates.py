"""Dates that rest on a day of speech: where a count since May ends, and which day "that day" is."""

from datetime import timedelta

from .blocks import Sentence
from .calendar_words import DateMention
from .stated_dates import is_of_speech
from .tokens import Tokens

_FRESH = timedelta(days=7)  # what was said so shortly before holds on the day of publication
_THAT_DAY = frozenset({"that day", "the same day", "that night"})


def settle(
    tokens: Tokens,
    sentence: Sentence,
    inside: list[DateMention],
    stated: list[DateMention],
    event: DateMention | None,
    said: set[str],
) -> None:
    """Give the dates ``stated`` in a sentence what its other dates, and the days ``said`` before, make of them."""
    for mention in inside if len(inside) > len(stated) else ():
        if mention.role != "event" or mention.edtf is None or mention in stated:
            continue
        said.add(mention.edtf)
        if is_of_speech(tokens, mention, sentence.first, sentence.last):
            for start in stated:
                _end(start, mention)
    for mention in stated:
        if event is not None and event.edtf and mention.text.lower() in _THAT_DAY:
            if mention.edtf is None or mention.edtf in said:  # "said today … died that day": the day of the event
                mention.edtf, mention.start_date, mention.end_date = event.edtf, event.start_date, event.end_date


def _end(start: DateMention, said: DateMention) -> None:
    """ "Has shipped 10,000 since September, it said in February": the count ends with the words."""
    if start.role != "baseline" or not start.edtf or "/" not in start.edtf or start.end_date is None:
        return
    if start.start_date is not None and said.end_date is not None and start.start_date < said.start_date:
        if start.end_date - said.end_date > _FRESH:
            start.edtf, start.end_date = f"{start.edtf.partition('/')[0]}/{said.edtf}", said.end_date
