"""What cells bind and use, read from their source: nothing is run here."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Collection, Iterable, Iterator, Sequence


def parse(source: str) -> ast.Module | None:
    """The syntax tree of a cell; None for what is no plain Python (magics, slips)."""
    lines = [
        "" if line.lstrip().startswith(("%", "!", "?")) else line for line in source.split("\n")
    ]
    try:
        return ast.parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError):
        return None


def is_builtin(name: str) -> bool:
    """Whether Python itself defines the name."""
    return hasattr(builtins, name)


def bound_names(source: str) -> Iterator[str]:
    """The names that a cell binds at its top level."""
    tree = parse(source)
    return _bound([tree] if tree else [])


def _bound(nodes: Iterable[ast.AST]) -> Iterator[str]:
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                yield name
                continue  # what is bound inside stays inside
            case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp():
                continue
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.alias(name=name, asname=alias):
                yield (alias or name).partition(".")[0]
        waiting.extend(ast.iter_child_nodes(node))


def used_names(nodes: Iterable[ast.AST]) -> set[str]:
    """All names that are read anywhere in these."""
    return {
        node.id
        for top in nodes
        for node in ast.walk(top)
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store)
    }


def imports(sources: Iterable[str], theirs: Collection[str]) -> str:
    """The import statements of the release's own cells, but for names that learners define.

    One that fails leaves its names undefined, as it does in a notebook. What is imported from
    ``__future__`` stands first, as Python asks.
    """
    found: list[str] = []
    for node in _statements(sources):
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            found.insert(0, ast.unparse(node))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [a for a in node.names if (a.asname or a.name) not in theirs]
            if names:
                node.names = names
                found.append(f"try:\n    {ast.unparse(node)}\nexcept Exception:\n    pass")
    return "\n".join(dict.fromkeys(found))


def derived_names(sources: Iterable[str], theirs: Collection[str]) -> frozenset[str]:
    """What the release's own cells compute of the learner's names: as much the learner's as they.

    ``result = squares(10)`` in a given cell makes ``result`` one of them.
    """
    derived = set(theirs)
    for node in _statements(sources):
        if not _is_definition(node) and derived & used_names([node]):
            derived.update(_bound([node]))
    return frozenset(derived - set(theirs))


def definitions(
    sources: Sequence[str],
    wanted: Iterable[str],
    known: Collection[str],
    theirs: Collection[str],
    *,
    everything: bool,
) -> str:
    """The functions and plain values in ``sources`` that ``wanted`` names need, in their order.

    ``known`` names (imports) are there already; ``theirs`` are never defined. Only what can be run
    anywhere is taken: nothing that needs another name at once, as a decorator or a base class
    does, unless that is taken too. With ``everything`` also classes and imports.
    """
    wanted = set(wanted)
    statements = [
        node
        for node in _statements(sources)
        if _is_definition(node) and not {*theirs} & set(_bound([node]))
    ]
    taken: set[int] = set()
    grown = True
    while grown:
        grown = False
        for number, node in enumerate(statements):
            if number not in taken and wanted & set(_bound([node])) and _fits(node, everything):
                taken.add(number)
                wanted |= used_names([node])
                grown = True
    there = {*known}
    kept: list[str] = []
    for number in sorted(taken):
        node = statements[number]
        if all(name in there or is_builtin(name) for name in _needed_at_once(node)):
            there.update(_bound([node]))
            kept.append(ast.unparse(node))
    return "\n".join(kept)


def _statements(sources: Iterable[str]) -> Iterator[ast.stmt]:
    for tree in filter(None, map(parse, sources)):
        yield from tree.body


def _is_definition(node: ast.stmt) -> bool:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom
    return isinstance(node, kinds) or _is_plain(node)


def _is_plain(node: ast.stmt) -> bool:
    """``NAME = literal``."""
    match node:
        case (
            ast.Assign(targets=[ast.Name()], value=value)
            | ast.AnnAssign(target=ast.Name(), value=ast.expr() as value)
        ):
            try:
                ast.literal_eval(value)
            except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                return False
            return True
    return False


def _fits(node: ast.stmt, everything: bool) -> bool:  # noqa: FBT001
    return everything or isinstance(node, ast.FunctionDef) or _is_plain(node)


def _needed_at_once(node: ast.stmt) -> set[str]:
    """The names that running the statement itself needs."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            arguments = node.args
            each = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
            each += [one for one in (arguments.vararg, arguments.kwarg) if one]
            given = [one.annotation for one in each] + [node.returns, *arguments.kw_defaults]
            parts = [*node.decorator_list, *arguments.defaults, *filter(None, given)]
            return used_names(parts)
        case ast.ClassDef():
            inside = {name for part in node.body for name in _bound([part])}
            return used_names([node]) - inside - _only_in_methods(node)
    return used_names([node])


def _only_in_methods(node: ast.ClassDef) -> set[str]:
    methods = [p for p in node.body if isinstance(p, ast.FunctionDef | ast.AsyncFunctionDef)]
    late = used_names(part for method in methods for part in method.body)
    others = [p for p in node.body if p not in methods]
    at_once = used_names([*others, *node.bases, *node.keywords, *node.decorator_list])
    return late - at_once - {name for method in methods for name in _needed_at_once(method)}
