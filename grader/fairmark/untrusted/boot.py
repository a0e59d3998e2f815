"""Start the server without importing the rest of fairmark (``python -I boot.py``).

The package `fairmark` that learner code could find in memory is an empty shell: it holds the
wire format and this folder. Each module gets builtins of its own, so that ``builtins.len = ...``
in a notebook does not change what our code does.
"""

from __future__ import annotations

import builtins
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Sequence
from pathlib import Path

_MINE = ("fairmark.wire", "fairmark.untrusted")


class _OwnBuiltins(importlib.machinery.SourceFileLoader):
    def exec_module(self, module: types.ModuleType) -> None:
        module.__dict__["__builtins__"] = dict(vars(builtins))
        super().exec_module(module)


class Finder(importlib.abc.MetaPathFinder):
    """Finds the wire format and this folder, and nothing else of fairmark."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: types.ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        """The spec of a module of ours; None for all others."""
        if not fullname.startswith(_MINE):
            return None
        file = self.folder.joinpath(*fullname.split(".")[1:])
        if file.is_dir():
            init = file / "__init__.py"
            return importlib.util.spec_from_file_location(
                fullname,
                init,
                loader=_OwnBuiltins(fullname, str(init)),
                submodule_search_locations=[str(file)],
            )
        source = str(file.with_suffix(".py"))
        return importlib.util.spec_from_file_location(
            fullname, source, loader=_OwnBuiltins(fullname, source)
        )


def load(folder: Path) -> types.ModuleType:
    """The module `server`, of the fairmark that lies in ``folder``."""
    package = types.ModuleType("fairmark")
    package.__path__ = []
    sys.modules["fairmark"] = package
    finder = Finder(folder)
    sys.meta_path.insert(0, finder)
    try:
        return importlib.import_module("fairmark.untrusted.server")
    finally:
        sys.meta_path.remove(finder)


if __name__ == "__main__":
    load(Path(__file__).parent.parent).main()
