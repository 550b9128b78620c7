"""How two counts compare: what a count can mean at least and at most, stated rounding included.

A count is a mapping with ``value``, ``low``, ``high`` and ``qualifier`` as in the table ``figures``.
"""

import math
from collections.abc import Mapping
from decimal import Decimal


def extent(count: Mapping) -> tuple[float, float]:
    """The least and the most that the words of a count can mean, both inclusive.

    "About" reaches half the place of the last digit that is not zero to either side; every other hedge
    reaches as far as its bounds say.

    >>> extent({"qualifier": "about", "value": 4700, "low": None, "high": None})
    (4650.0, 4750.0)
    >>> extent({"qualifier": "at_least", "value": 600, "low": 600, "high": None})
    (600, inf)
    """
    value, low, high = count["value"], count["low"], count["high"]
    if count["qualifier"] == "about" and value is not None:
        return value - rounding(value), value + rounding(value)
    return (0 if low is None else low), (math.inf if high is None else high)


def rounding(value: float) -> float:
    """Half the place of the last digit that is not zero: about 4,700 is 4,650 to 4,750.

    >>> rounding(4700), rounding(18000)
    (50.0, 500.0)
    """
    number = Decimal(repr(value)).normalize()
    return float(Decimal(1).scaleb(number.as_tuple().exponent)) / 2


def exclude_each_other(one: Mapping, other: Mapping) -> bool:
    """Whether no number can be both.

    >>> fifteen, eighteen = ({"qualifier": "exact", "value": n, "low": n, "high": n} for n in (15000, 18000))
    >>> exclude_each_other(fifteen, eighteen)
    True
    """
    (low, high), (other_low, other_high) = extent(one), extent(other)
    return low > other_high or other_low > high
