"""The examples in the docstrings run, and every public function has one."""

import doctest
import importlib
import pkgutil

import pytest

import conflict_figures as cf

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(cf.__path__, "conflict_figures.") if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", ["conflict_figures", *MODULES])
def test_the_examples_of_a_module_run(name):
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0


@pytest.mark.parametrize("name", cf.__all__)
def test_a_public_function_has_an_example(name):
    public = getattr(cf, name)
    documented = public._target() if hasattr(public, "_target") else public
    assert ">>>" in documented.__doc__
