"""The import is cheap because it loads nothing; a name that is a function and a subpackage is both."""

import inspect
import subprocess
import sys

import pytest

import conflict_figures as cf

HEAVY = ("numpy", "pandas", "pyarrow", "pandera", "frictionless", "typer", "rich", "jinja2", "yaml", "hypothesis", "jsonschema")


def loaded_after(code: str) -> set[str]:
    """The heavy packages that a fresh Python has loaded after running some code."""
    listing = f"{code}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import conflict_figures", set()),
        ("import conflict_figures.schema", set()),
        ("import conflict_figures.extract", set()),
        ("import conflict_figures as cf; cf.load('figures', backend='pyarrow')", {"numpy", "pyarrow"}),
        ("import conflict_figures as cf; cf.load()", {"numpy", "pandas", "pyarrow"}),
        ("import conflict_figures.cli", {"typer"}),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code, allowed):
    assert loaded_after(code) <= allowed


@pytest.mark.parametrize("name", ["schema", "extract", "cite", "versions"])
@pytest.mark.parametrize("first", ["import conflict_figures.{0}", "from conflict_figures import dataset", "pass"])
def test_a_subpackage_can_be_called_whatever_was_imported_first(name, first):
    code = f"{first.format(name)}\nimport conflict_figures as cf\nimport conflict_figures.{name}\nassert callable(cf.{name})\n"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_callable_subpackage_shows_the_arguments_of_its_function():
    assert list(inspect.signature(cf.extract).parameters) == ["text", "published", "source_id"]
    assert list(inspect.signature(cf.schema).parameters) == ["table", "kind"]


def test_every_public_name_is_there_and_listed():
    for name in cf.__all__:
        assert callable(getattr(cf, name))
        assert name in dir(cf)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        cf.lode
