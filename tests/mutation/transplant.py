"""Puts the code of a mutant into the module that is imported already, so that nothing is imported anew."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from types import FunctionType
from typing import Any

__all__ = ["transplant"]

PLAIN = (bool, dict, float, frozenset, int, list, set, str, tuple, type(None))


def transplant(module_name: str, code: str) -> None:
    """Makes the functions, methods and constants of a module those of another text of it.

    Whoever holds one of its functions or classes holds it still, with the new code in it.
    """
    module = sys.modules[module_name]
    fresh = {name: value for name, value in vars(module).items() if name.startswith("__")}
    exec(compile(code, str(module.__file__), "exec"), fresh)
    _graft(module_name, vars(module), fresh, partial(setattr, module))


def _graft(
    module_name: str, living: Mapping[str, Any], fresh: Mapping[str, Any], replace: Callable[[str, Any], None]
) -> None:
    for name, new in fresh.items():
        old = living.get(name)
        if name.startswith("__") and not isinstance(new, FunctionType):
            continue
        if isinstance(new, type) and isinstance(old, type) and new is not old and new.__module__ == module_name:
            _graft(module_name, vars(old), vars(new), partial(setattr, old))
        elif _function(new) is not None and _function(old) is not None:
            _recode(old, new)
        elif isinstance(new, PLAIN) and isinstance(old, PLAIN) and new != old:
            replace(name, new)


def _recode(old: object, new: object) -> None:
    living, fresh = _function(old), _function(new)
    if living is None or fresh is None or living is fresh:
        return
    living.__code__ = fresh.__code__
    living.__defaults__, living.__kwdefaults__ = fresh.__defaults__, fresh.__kwdefaults__
    if clear := getattr(old, "cache_clear", None):
        clear()


def _function(value: object) -> FunctionType | None:
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    elif isinstance(value, property):
        value = value.fget
    elif isinstance(value, cached_property):
        value = value.func
    value = inspect.unwrap(value) if callable(value) else value
    return value if isinstance(value, FunctionType) else None
