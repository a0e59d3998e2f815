"""The examples in docstrings give what they say."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import sendwell


def test_every_example_holds() -> None:
    names = [module.name for module in pkgutil.walk_packages(sendwell.__path__, "sendwell.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    ran = [doctest.testmod(module) for module in modules]
    assert sum(one.failed for one in ran) == 0
    assert sum(one.attempted for one in ran) > 30
