"""Let a subpackage be called like a function: ``cf.extract(text)`` beside ``from conflict_figures.extract import …``.

Python binds a subpackage to its parent's attribute of the same name as soon as anything imports it,
so a function ``extract`` put on the parent would be replaced, sooner or later, by the module
``extract``. Giving the module a class with ``__call__`` makes the two one object, whatever is imported first.
"""

import importlib
import sys
import types


class CallableModule(types.ModuleType):
    """A module that hands a call on to the function named in its ``_call_target``, imported at the first call."""

    def _target(self):
        module, _, name = self._call_target.partition(":")
        return getattr(importlib.import_module(module), name)

    def __call__(self, *args, **kwargs):
        return self._target()(*args, **kwargs)

    @property
    def __signature__(self):
        """The function's signature, so that ``help`` and editors show its arguments."""
        import inspect

        return inspect.signature(self._target())


def callable_module(name: str, target: str) -> None:
    """Make the module ``name`` callable as ``target``, written ``package.module:function``.

    Use it in the ``__init__`` of a subpackage whose name is also a public function; nowhere else, for a
    module that can be called surprises a reader.

    >>> import conflict_figures as cf
    >>> callable(cf.schema) and cf.schema.__name__
    'conflict_figures.schema'
    """
    module = sys.modules[name]
    module._call_target = target
    module.__class__ = CallableModule
