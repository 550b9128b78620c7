"""The interval that a share found in a sample speaks for."""

from math import sqrt

# the standard normal quantile of a two-sided 95 % interval
Z = 1.959963984540054


def interval(wrong: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson (1927).

    Unlike the usual one it is never empty: of 700 rows without a fault it still says that up to one in 180 may have one.

    >>> [round(100 * end, 1) for end in interval(137, 700)]
    [16.8, 22.7]
    """
    share = wrong / judged
    middle = share + Z * Z / (2 * judged)
    reach = Z * sqrt(share * (1 - share) / judged + Z * Z / (4 * judged * judged))
    # of no fault the lower end is 0, and not what rounding leaves of it
    low = 0.0 if wrong == 0 else (middle - reach) / (1 + Z * Z / judged)
    high = 1.0 if wrong == judged else (middle + reach) / (1 + Z * Z / judged)
    return low, high
