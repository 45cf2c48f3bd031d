"""The code of a mutant works wherever its module is known already."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation.transplant import transplant

CODE = """
from dataclasses import dataclass
from functools import cache, cached_property

LIMIT = 1

def function(a=1): return a

@cache
def cached(): return 1

@dataclass(frozen=True)
class Options:
    number: int = 1

class Class:
    number = 1
    @property
    def attribute(self): return 1
    @cached_property
    def once(self): return 1
    @classmethod
    def of_class(cls): return 1
    @staticmethod
    def of_none(): return [n for n in (1,)][0]
    def limit(self): return LIMIT
"""


@pytest.fixture
def module(tmp_path: Path) -> Iterator[ModuleType]:
    """A module that is imported."""
    (tmp_path / "transplanted.py").write_text(CODE)
    spec = importlib.util.spec_from_file_location("transplanted", tmp_path / "transplanted.py")
    assert spec is not None
    assert spec.loader is not None
    made = sys.modules["transplanted"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    yield made
    del sys.modules["transplanted"]


def said(module: ModuleType) -> list[int]:
    """What each of the module's functions gives."""
    thing = module.Class()
    return [
        module.function(), module.cached(), module.Options().number, thing.number, thing.attribute, thing.once,
        thing.of_class(), thing.of_none(), thing.limit(),
    ]  # fmt: skip


def test_whoever_holds_a_function_or_class_holds_the_mutant(module: ModuleType) -> None:
    """Functions, methods, defaults, options and constants change in place, and what was kept is forgotten."""
    held = module.function, module.Class, module.Options
    assert said(module) == [1] * 9
    transplant("transplanted", CODE.replace("1", "2"))
    assert said(module) == [2] * 9
    assert held == (module.function, module.Class, module.Options)


def test_the_same_code_changes_nothing(module: ModuleType) -> None:
    """A mutant that is none survives."""
    transplant("transplanted", CODE)
    assert said(module) == [1] * 9
