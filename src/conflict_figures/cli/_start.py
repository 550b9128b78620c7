"""Start a command sooner: load no more than it needs."""

import gc
import sys

#: Objects that are made before Python looks for rings of them that nobody uses. A command makes hardly any, and while modules
#: are loaded the search, at every 700 objects, is a twelfth of the time.
_OBJECTS = 100_000


def seldom_collect() -> None:
    """Look for unused rings of objects less often, for the rest of this process."""
    gc.set_threshold(_OBJECTS)


class _NoPandas:
    """An importer that says of pandas that it is not there."""

    def find_spec(self, name: str, path=None, target=None) -> None:
        if name == "pandas":
            raise ImportError(name)


def without_pandas() -> None:
    """Let pyarrow take its arguments without asking pandas about them, for the rest of this process.

    At the first value that it is given, pyarrow loads pandas to see whether the value is one of its own, which takes longer
    than checking a hundred rows. It asks once. Only for a command that makes no DataFrame, and before anything else is done:
    where either of them is loaded, nothing happens.
    """
    if "pandas" in sys.modules or "pyarrow" in sys.modules:
        return
    importer = _NoPandas()
    sys.meta_path.insert(0, importer)
    try:
        import pyarrow

        pyarrow.array([0])
    finally:
        sys.meta_path.remove(importer)
