"""What a child answers: cells as in Jupyter, calls by value, and never more than it should."""

import re
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from fairmark import wire
from fairmark.launch import (
    MISSING,
    Child,
    ChildDied,
    Raised,
    Server,
    Unreadable,
)
from fairmark.replies import Expected, Packed, Usage
from fairmark.rungs import LEARNERS_PATHS

SHOP = """
class Shop:
    name = "corner"
    def __init__(self, stock=1):
        self.stock = [0] * stock
        self._secret = 1
    def sell(self, n):
        if n > 3: raise KeyError("sold out")
        self.stock.append(n)
        return len(self.stock)
    def __call__(self, n): return n
    def __len__(self): return 7
    def __getitem__(self, key): return key
    def itself(self): return self
def double(l, other=()):
    print("doubling")
    l += l
    return l
"""


@pytest.fixture
def shop(plain: Child) -> Child:
    assert plain.run_cell(SHOP).success
    return plain


def stream(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def test_streams_come_merged_in_order(plain: Child) -> None:
    result = plain.run_cell(
        "import os, sys\nprint('a'); print('b')\nprint('c', file=sys.stderr)\n"
        "os.write(1, b'raw\\n')\nprint('d')\n!echo shell\nsys.stdout.buffer.write(b'e\\n');"
    )
    assert result.outputs == (
        stream("a\nb\n"),
        stream("c\n", "stderr"),
        stream("raw\nd\nshell\ne\n"),
    )


def test_results_and_displays(plain: Child) -> None:
    result = plain.run_cell("from IPython.display import HTML\ndisplay(HTML('<b>x</b>'))\n1 + 1")
    assert result.success
    shown, value = result.outputs
    assert shown["data"]["text/html"] == "<b>x</b>"
    assert value["data"] == {"text/plain": "2"}
    assert value["execution_count"] == result.execution_count == 1


def test_what_jupyter_does_not_know_is_not_shown(plain: Child) -> None:
    result = plain.run_cell("display({'text/plain': 'x', 'application/x-evil': 'y'}, raw=True)")
    assert result.outputs[0]["data"] == {"text/plain": "x"}


def test_an_error_is_recorded_and_the_next_cell_runs(plain: Child) -> None:
    result = plain.run_cell("x = 1\ny = x / 0")
    assert not result.success
    assert result.error == Raised(
        "ZeroDivisionError", "ZeroDivisionError", "division by zero", "line 2: y = x / 0"
    )
    assert result.outputs[-1]["ename"] == "ZeroDivisionError"
    assert plain.run_cell("x").success
    assert plain.run_cell("def (").error.builtin == "SyntaxError"  # type: ignore[union-attr]


def test_input_has_nobody_to_answer(plain: Child) -> None:
    error = plain.run_cell("input('? ')").error
    assert error is not None
    assert error.builtin == "EOFError"


@pytest.mark.parametrize(
    "source", ["exit()", "quit", "raise SystemExit(3)", "import sys; sys.exit()"]
)
def test_leaving_ends_a_cell_at_most(plain: Child, source: str) -> None:
    plain.run_cell(source)
    assert plain.run_cell("1").success


def test_notebook_syntax(plain: Child) -> None:
    assert plain.run_cell("import asyncio\nawait asyncio.sleep(0)").success
    assert plain.run_cell("%time 1").success
    assert plain.run_cell("files = !ls").success
    assert plain.run_cell("?print").success
    result = plain.run_cell("%%writefile a.txt\nhello")
    assert result.success
    assert plain.run_cell("open('a.txt').read()").outputs[-1]["data"]["text/plain"] == "'hello\\n'"


def test_plots_are_pictures(server: Server) -> None:
    with server.child() as child:
        if not child.run_cell("import matplotlib.pyplot as plt").success:
            pytest.skip("matplotlib is not installed")
        for first in ("", "%matplotlib inline\n", "%matplotlib widget\n"):
            result = child.run_cell(f"{first}plt.plot([1, 2]);")
            assert result.outputs[-1]["data"]["image/png"].startswith("iVBOR")


def test_helper_files_lie_in_the_working_folder(plain_server: Server) -> None:
    with plain_server.child({"data/names.csv": b"a,b"}) as child:
        assert child.run_cell("open('data/names.csv').read()").success
        assert child.get("_").value == "a,b"


def test_names(shop: Child) -> None:
    assert shop.get("nothing").value is MISSING
    kind = shop.get("Shop").value
    assert kind == shop.get("Shop").value
    assert kind.kind_name == "type"


def test_calls(shop: Child) -> None:
    made = shop.call(shop.get("Shop").value, [], {"stock": 2}).value
    assert made.kind_name == "Shop"
    sell = shop.getattr(made, "sell").value
    assert shop.call(sell, [1]).value == 3
    raised = shop.call(sell, [9]).value
    assert raised == Raised(
        "KeyError", "KeyError", "'sold out'", 'line 7: if n > 3: raise KeyError("sold out")'
    )
    assert shop.call(made, [5]).value == 5
    assert shop.kept(made).value == 3
    assert shop.length(made).value == 7
    assert shop.item(made, "k").value == "k"
    assert shop.setattr(made, "name", "new").value is None
    assert shop.getattr(made, "name").value == "new"
    for name in ("_secret", "__class__", "missing"):
        assert shop.getattr(made, name).value.builtin == "AttributeError"
    assert shop.call(shop.getattr(made, "itself").value).value == made
    assert shop.call(shop.get("double").value, [None]).value.builtin == "TypeError"
    assert shop.call(made, [made]).value == made


def test_arguments_changed_in_place_come_back(shop: Child) -> None:
    given = [1]
    reply = shop.call(shop.get("double").value, [given])
    assert reply.value is given
    assert given == [1, 1]
    assert reply.printed == "doubling\n"
    shop.run_cell(
        "def change(d, s, t, *, k):\n    d['x'] = [1]; s.add(2); t[0].append(3); k.clear()"
    )
    table: dict[str, Any] = {}
    inner: list[int] = []
    numbers, key = {1}, [5]
    shop.call(shop.get("change").value, [table, numbers, (inner,)], {"k": key})
    assert (table, numbers, inner, key) == ({"x": [1]}, {1, 2}, [3], [])


def test_perform_makes_many_calls_up_to_the_first_that_fails(shop: Child) -> None:
    calls = (("sell", 1), ("sell", 9), ("sell", 1))
    steps = [("Shop", [], {"stock": 7}, calls[:1], True), ("Shop", [], {"stock": 0}, calls, False)]
    first, second = shop.perform(Packed([*steps, steps[0]]))
    assert (first.status, len(first.results), first.failure) == ("value", 1, None)
    assert first.kept == 8
    assert second.results == (1,)
    assert second.failure.builtin == "KeyError"  # type: ignore[union-attr]
    (missing,) = shop.perform(Packed([("Nothing", [], {}, (), False)]))
    assert missing.status == "missing"
    (raised,) = shop.perform(Packed([("Shop", [], {"stock": "x"}, (("sell", 1),), False)]))
    assert raised.status == "raised" or raised.failure is not None


def test_perform_tells_at_once_if_all_is_as_wanted(plain: Child) -> None:
    plain.run_cell("def f(n):\n    return [n] if n > 1 else bool(n)")
    steps = Packed([("f", [n], {}, (), False) for n in (0, 1, 2)])
    assert plain.perform(steps, Expected([(False, []), (True, []), ([2], [])])) is None
    for wrong in ([(0, []), (True, []), ([2], [])], [(False, []), (True, []), ((2,), [])]):
        done = plain.perform(steps, Expected(wrong))
        assert [one.value for one in done or ()] == [False, True, [2]]


def test_perform_shows_what_each_step_gave_before_later_ones_changed_it(plain: Child) -> None:
    plain.run_cell(
        "shared = []\n"
        "def add(n):\n    shared.append(n)\n    return shared\n"
        "def put(into, n):\n    into.append(n)\n    return 'x' * n"
    )
    steps = [("add", [n], {}, (), False) for n in (1, 2)]
    steps += [("put", [[0], n], {}, (), False) for n in (3, 20_000)]
    done = plain.perform(Packed(steps))
    assert [one.value for one in done] == [[1], [1, 2], "xxx", "x" * 20_000]
    assert [one.args for one in done[2:]] == [([0, 3], 3), ([0, 20_000], 20_000)]


def test_odd_values_stay_where_they_are(plain: Child) -> None:
    plain.run_cell(
        "class Same(int):\n"
        "    __eq__ = lambda s, o: True\n"
        "    __hash__ = int.__hash__\n"
        "    __class__ = int\n"
        "same = Same(3)\n"
        "cycle = []; cycle.append(cycle)\n"
        "deep = []\nfor _ in range(1000): deep = [deep]\n"
        "wide = 10 ** 1_000_000\n"
        "class Meta(type):\n"
        "    def __hash__(cls): raise ValueError\n"
        "class Odd(metaclass=Meta): pass\n"
        "odd = Odd()"
    )
    same = plain.get("same").value
    assert type(same) is wire.Handle
    assert same != 3
    for name in ("cycle", "deep", "wide", "odd"):
        value = plain.get(name).value
        assert isinstance(value, Unreadable | wire.Handle), name
    assert plain.get("same").value == same


def test_an_exception_that_lies_tells_little(plain: Child) -> None:
    plain.run_cell(
        "class Bad(ValueError):\n"
        "    def __str__(self): raise SystemExit\n"
        "class Loud(KeyError):\n"
        "    def __str__(self): return 'x' * 10**7\n"
        "def bad(): raise Bad\n"
        "def loud(): raise Loud\n"
    )
    bad = plain.call(plain.get("bad").value).value
    assert (bad.builtin, bad.kind, bad.message) == ("ValueError", "Bad", "")
    loud = plain.call(plain.get("loud").value).value
    assert len(loud.message) <= 2_000


def test_broken_builtins_break_only_the_learners_code(plain: Child) -> None:
    plain.run_cell(
        "import builtins\n"
        "def f(): return 5\n"
        "for name in ('len', 'isinstance', 'type', 'print', 'open', 'list', 'zip', 'map', 'str'):\n"
        "    setattr(builtins, name, lambda *a, **k: 1 / 0)"
    )
    assert plain.call(plain.get("f").value).value == 5


def test_an_alarm_of_the_learners_interrupts_only_the_learners_code(plain: Child) -> None:
    plain.run_cell(
        "import signal\n"
        "def ring(*_): raise TimeoutError\n"
        "signal.signal(signal.SIGALRM, ring)\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.05)\n"
        "def f(): return 1"
    )
    time.sleep(0.2)
    handle = plain.get("f").value
    assert isinstance(handle, wire.Handle | Raised | Unreadable)
    assert isinstance(plain.get("f").value, wire.Handle)


def test_a_deadline_of_one_call(plain: Child) -> None:
    plain.run_cell("def slow():\n    while True: pass")
    started = time.monotonic()
    with pytest.raises(ChildDied) as died:
        plain.call(plain.get("slow").value, deadline=time.monotonic() + 0.3)
    assert died.value.reason == "time limit"
    assert time.monotonic() - started < 2
    with pytest.raises(ChildDied):
        plain.get("slow")


@pytest.mark.parametrize(
    "forged",
    [
        (
            "import msgpack\ndata = msgpack.packb([b'x' * 16, 'value', b'\\x2a', [], '', False])\n"
            "data = len(data).to_bytes(4, 'big') + data"
        ),
        "data = b'\\x00\\x00\\x00\\x01x'",
        "data = b'\\xff\\xff\\xff\\xff'",
        "data = b'GET / HTTP/1.1\\r\\n\\r\\n'",
    ],
)
def test_forged_replies_end_the_child(plain: Child, forged: str) -> None:
    with pytest.raises(ChildDied) as died:  # noqa: PT012  the first may be answered yet
        plain.run_cell(f"import os\n{forged}\nos.write(3, data)")
        plain.run_cell("1")
    assert died.value.reason == "protocol"


def test_a_reply_without_the_nonce_is_none() -> None:
    ours, theirs = socket.socketpair()
    wire.send(theirs, wire.encode("", 100))
    child = Child(ours, 1.0, lambda _: Usage("crashed"), {})
    wire.send(theirs, wire.seal([bytes(16), "value", wire.encode(1, 99), [], "", False]))
    with pytest.raises(ChildDied) as died:
        child.get("x")
    assert died.value.reason == "protocol"
    theirs.close()


@pytest.mark.parametrize(
    "cell",
    [
        "def f(a):\n    return a % 2 != 1",
        "x = (5\n%3)",
        "t = '''\n%time is a magic\n!ls\n>>> 1\n'''\nt",
        "%time 1\n2",
        "x = 1\nx = %pwd\nx",
        "%%time\n1",
        "\n\n1 / 0",
        "    a = 1\n    a",
        ">>> 1 + 1\n2",
        "import math\nmath?\n",
        "await_ = 1\nimport asyncio\nawait asyncio.sleep(0)\n7",
        "ls = 3\nls",
        "exit\n1",
        "def f(:\n  1",
        "1;\n2;",
    ],
)
def test_a_cell_is_taken_as_ipython_takes_it(cell: str) -> None:
    from IPython.core.interactiveshell import InteractiveShell

    from fairmark.untrusted import shell

    made = shell.Shell()
    made.usual = made._transformations()
    assert made.transform_cell(cell) == InteractiveShell.transform_cell(made, cell)


def test_the_courses_answers_work_in_cells_and_not_while_something_is_asked() -> None:
    first = "from sendwell.checks import answers\nanswers._being_checked.append('throttle')"
    cell = (
        "from sendwell.widgets.timeline import admitted\n"
        "def ask():\n    return admitted([0, 0], 1, 1_000, 'sliding')\n"
        "shown = ask()"
    )
    started = Server.start("unsafe", None, LEARNERS_PATHS, warm=())
    with started as server, server.child(first=first) as child:
        assert child.run_cell(cell).error is None
        assert child.get("shown").value == [True, False]
        refused = child.call(child.get("ask").value).value
        assert isinstance(refused, Raised)
        assert "belongs to the course" in refused.message


def test_what_comes_in_brief_is_of_the_same_types(plain: Child) -> None:
    plain.run_cell("def f(what):\n    return eval(what)")
    wanted = {"1": 1, "'a'": "a", "[1, (2, None)]": [1, (2, None)], "{'k': 0.5}": {"k": 0.5}}
    steps = Packed([("f", [what], {}, (), False) for what in wanted])
    assert plain.perform(steps, Expected([(value, []) for value in wanted.values()])) is None
    for what, almost in {"1": True, "True": 1, "1.0": 1, "(1,)": [1], "-0.0": 0.0}.items():
        step = Packed([("f", [what], {}, (), False)])
        (done,) = plain.perform(step, Expected([(almost, [])])) or ()
        assert repr(done.value) == repr(eval(what))


@pytest.mark.parametrize("what", ["bytearray(b'a')", "memoryview(b'a')", "Text('a')", "{1}"])
def test_what_is_not_plain_does_not_come_in_brief(plain: Child, what: str) -> None:
    plain.run_cell("class Text(str):\n    pass\ndef f():\n    return " + what)
    for wanted in (b"a", "a", [1]):
        done = plain.perform(Packed([("f", [], {}, (), False)]), Expected([(wanted, [])]))
        assert done is not None


def test_a_list_in_two_arguments_is_two_lists(plain: Child) -> None:
    plain.run_cell("def f(one, other):\n    one.append(3)\n    return other")
    shared = [1, 2]
    (done,) = plain.perform(Packed([("f", [shared, shared], {}, (), False)])) or ()
    assert done.value == [1, 2]
    assert done.args == ([1, 2, 3], [1, 2])


def test_the_judge_never_lets_marshal_read() -> None:
    package = Path(wire.__file__).parent
    readers = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if re.search(r"marshal\.load|wire_plain\.unpack", file.read_text(encoding="utf-8"))
    }
    assert readers == {"wire_plain.py", "untrusted/child.py", "untrusted/perform.py"}
