"""Make mutants of a Python source: each has one small change, of the kind that people make."""

from __future__ import annotations

import ast
import copy
import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt, ast.GtE, ast.NotEq),
    ast.LtE: (ast.Lt, ast.Gt, ast.GtE, ast.Eq),
    ast.Gt: (ast.GtE, ast.Lt, ast.LtE, ast.NotEq),
    ast.GtE: (ast.Gt, ast.Lt, ast.LtE, ast.Eq),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.FloorDiv),
    ast.Mult: (ast.Add, ast.FloorDiv),
    ast.Div: (ast.FloorDiv, ast.Mult),
    ast.FloorDiv: (ast.Div, ast.Mod),
    ast.Mod: (ast.FloorDiv,),
}
#: Functions and methods that are taken for one another.
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any", "sum": "len", "append": "extend"}


@dataclass(frozen=True)
class Mutant:
    """A changed source; ``where`` is the function, ``diff`` the lines taken out and put in."""

    where: str
    diff: str
    source: str

    @property
    def key(self) -> str:
        """What tells it from the other mutants of the same source."""
        return f"{self.where}\n{self.diff}"


def mutants_of(source: str) -> list[Mutant]:
    """All different mutants of ``source``, in the order of the source."""
    tree = _without_docstrings(ast.parse(source))
    before = ast.unparse(tree)
    functions = _functions(tree)
    attributes = _stored(tree, ast.Attribute)
    found: dict[str, Mutant] = {}
    for node, put in list(_places(tree)):
        if not isinstance(node, ast.expr | ast.stmt | ast.comprehension | ast.arguments):
            continue
        inside = functions.get(node)
        where = "module" if inside is None else inside.name
        for change in list(_changes(node, _Names(_local(inside), attributes))):
            put(change)
            after = ast.unparse(tree)
            put(node)
            if after != before and after not in found:
                found[after] = Mutant(where, _diff(before, after), after)
    return list(found.values())


def _changes(  # noqa: C901, PLR0912  (a table of patterns)
    node: ast.AST, names: _Names
) -> Iterator[ast.AST]:
    """What ``node`` may be changed into."""
    # Each branch copies: the tree that is being walked stays as it is.
    match node:
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BinOp(left=left, op=op, right=right):
            for operator in ARITHMETIC.get(type(op), ()):
                yield ast.BinOp(left, operator(), right)
            yield from (left, right, ast.BinOp(right, op, left))
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            yield from values
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Name(id=name, ctx=ast.Load()):
            if name in names.local:
                yield from (ast.Name(other, ast.Load()) for other in names.local if other != name)
        case ast.Attribute(value=ast.Name(id="self"), attr=attr, ctx=ctx):
            if attr in names.attributes:
                for other in names.attributes:
                    yield ast.Attribute(ast.Name("self", ast.Load()), other, ctx)
        case ast.Call():
            yield from _calls(node)
        case ast.List(elts=[_, *_] as items, ctx=ast.Load()):
            yield ast.List([], ast.Load())
            yield from (ast.List(items[:i] + items[i + 1 :], ast.Load()) for i in range(len(items)))
        case ast.Slice(lower=lower, upper=upper, step=step):
            for low in _off_by_one(lower):
                yield ast.Slice(low, upper, step)
            for high in _off_by_one(upper):
                yield ast.Slice(lower, high, step)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield from (body, orelse, ast.IfExp(test, orelse, body))
        case ast.ListComp(elt=elt, generators=generators):
            yield ast.Call(ast.Name("set", ast.Load()), [ast.ListComp(elt, generators)], [])
        case ast.comprehension(target=target, iter=source, ifs=[_, *_] as ifs):
            yield ast.comprehension(target, source, [], 0)
            yield ast.comprehension(target, source, [_negated(test) for test in ifs], 0)
        case ast.arguments(args=args):
            first = 1 if args and args[0].arg == "self" else 0
            for i in range(first, len(args) - 1):
                swapped = copy.deepcopy(node)
                swapped.args[i], swapped.args[i + 1] = swapped.args[i + 1], swapped.args[i]
                yield swapped
        case ast.stmt():
            yield from _statements(node)


def _comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for i, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            changed = copy.deepcopy(node)
            changed.ops[i] = other()
            yield changed
        for side in _off_by_one(node.comparators[i]):
            changed = copy.deepcopy(node)
            changed.comparators[i] = side
            yield changed
    if len(node.ops) == 2:
        yield ast.Compare(node.left, node.ops[:1], node.comparators[:1])
        yield ast.Compare(node.comparators[0], node.ops[1:], node.comparators[1:])
    else:
        yield _negated(node)
    yield from (ast.Constant(value=True), ast.Constant(value=False))


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    match node.func:
        case ast.Name(id=name) if name in CALLS:
            yield ast.Call(ast.Name(CALLS[name], ast.Load()), node.args, node.keywords)
        case ast.Name(id="range"):
            for last in _off_by_one(node.args[-1]):
                yield ast.Call(node.func, [*node.args[:-1], last], [])
        case ast.Name(id="sorted" | "list" | "set") if node.args:
            yield node.args[0]
        case ast.Attribute(value=value, attr="append", ctx=ctx):
            first = ast.Constant(0)
            yield ast.Call(ast.Attribute(value, "insert", ctx), [first, *node.args], [])
            yield ast.Call(ast.Attribute(value, "extend", ctx), [ast.List(node.args * 2)], [])
    if len(node.args) == 2:
        yield ast.Call(node.func, node.args[::-1], node.keywords)
        yield from node.args


def _statements(node: ast.stmt) -> Iterator[ast.AST]:  # noqa: C901, PLR0912  (a table, too)
    match node:
        case ast.FunctionDef(body=body):
            yield from _reordered(node, body)
            return
        case ast.ClassDef() | ast.Import() | ast.ImportFrom() | ast.Pass():
            return
        case ast.Return(value=ast.expr() as value):
            yield ast.Return(None)
            yield from (ast.Return(ast.Constant(other)) for other in (0, 1, True, False))
            if not isinstance(value, ast.Constant):
                yield ast.Return(ast.UnaryOp(ast.Not(), value))
                yield from (ast.Return(other) for other in _off_by_one(value))
            yield ast.Expr(ast.Call(ast.Name("print", ast.Load()), [value], []))
        case ast.If(test=test, body=body, orelse=orelse):
            yield from _reordered(node, body)
            if orelse:
                yield ast.If(test, body, [])
            if not isinstance(test, ast.Compare):
                yield ast.If(_negated(test), body, orelse)
        case ast.While(test=test, body=body):
            yield ast.If(test, body, [])
        case ast.AugAssign(target=target, op=op, value=value):
            yield ast.Assign([target], value, lineno=0)
            for operator in ARITHMETIC.get(type(op), ()):
                yield ast.AugAssign(target, operator(), value)
        case ast.Assign(targets=[ast.Name() | ast.Attribute()], value=value):
            for other in _off_by_one(value) if isinstance(value, ast.BinOp | ast.Name) else ():
                yield ast.Assign(node.targets, other, lineno=0)
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
    yield ast.Pass()


def _reordered(node: ast.stmt, body: list[ast.stmt]) -> Iterator[ast.AST]:
    for i in range(len(body) - 1):
        first, second = body[i], body[i + 1]
        if _independent(first, second):
            continue
        changed = copy.copy(node)
        vars(changed)["body"] = [*body[:i], second, first, *body[i + 2 :]]
        yield changed


def _independent(first: ast.stmt, second: ast.stmt) -> bool:
    """Whether two assignments neither read nor write what the other one writes."""
    if not (isinstance(first, ast.Assign) and isinstance(second, ast.Assign)):
        return False
    return not (
        _names(first, ast.Store) & _names(second) or _names(second, ast.Store) & _names(first)
    )


def _names(node: ast.AST, context: type[ast.expr_context] = ast.expr_context) -> set[str]:
    return {
        ast.unparse(part)
        for part in ast.walk(node)
        if isinstance(part, ast.Name | ast.Attribute) and isinstance(part.ctx, context)
    }


def _off_by_one(value: ast.expr | None) -> Iterator[ast.expr]:
    if value is not None and not isinstance(value, ast.Constant):
        yield ast.BinOp(value, ast.Add(), ast.Constant(1))
        yield ast.BinOp(value, ast.Sub(), ast.Constant(1))


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


@dataclass(frozen=True)
class _Names:
    """The names that may be taken for one another near a node."""

    local: tuple[str, ...]
    attributes: tuple[str, ...]


def _local(inside: ast.FunctionDef | None) -> tuple[str, ...]:
    if inside is None:
        return ()
    arguments = [arg.arg for arg in inside.args.args if arg.arg != "self"]
    return tuple(dict.fromkeys([*arguments, *_stored(inside, ast.Name)]))


def _stored(tree: ast.AST, kind: type[ast.Name | ast.Attribute]) -> tuple[str, ...]:
    """What is assigned to in ``tree``: names, or attributes."""
    stored = (
        node
        for node in ast.walk(tree)
        if isinstance(node, kind) and isinstance(node.ctx, ast.Store)
    )
    return tuple(
        dict.fromkeys(node.id if isinstance(node, ast.Name) else node.attr for node in stored)
    )


def _functions(tree: ast.Module) -> dict[ast.AST, ast.FunctionDef]:
    """The innermost function that each node is, or lies in."""
    return {
        node: function
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    }


def _places(tree: ast.Module) -> Iterator[tuple[ast.AST, Callable[[ast.AST], None]]]:
    """Every node below ``tree``, and what puts another one into its place."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, ast.AST):
                yield value, partial(setattr, parent, field)
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    yield item, partial(value.__setitem__, index)


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and (
            ast.get_docstring(node) is not None
        ):
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def _diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    kept = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n".join(f"{line[0]} {line[1:].strip()}" for line in kept)
