"""Views are found at once and load nothing before they are used."""

import subprocess
import sys

import pytest

import conflict_figures as cf
from conflict_figures import views


def test_the_views_are_public_and_load_nothing_by_themselves():
    code = "import sys, conflict_figures as cf; cf.views; print('pandas' in sys.modules, 'views' in dir(cf))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_every_view_is_a_function_with_an_example():
    assert cf.resolve is views.resolve
    for name in views.__all__:
        assert ">>>" in getattr(views, name).__doc__ and name in dir(views)


def test_a_view_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'asof'"):
        views.asof
