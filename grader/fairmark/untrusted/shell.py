"""IPython without a kernel: cells run here as in Jupyter, and what they show is collected."""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

#: What a cell may show besides text streams. Markup is cleaned by whoever shows it again.
MIMES = frozenset(
    {
        "text/plain",
        "text/html",
        "text/markdown",
        "text/latex",
        "image/png",
        "image/jpeg",
        "image/svg+xml",
        "application/json",
    }
)
_MAX_TRACEBACK = 20_000
_PROMPT = re.compile(r"^\s*(>>>|\.\.\.|In \[)", re.MULTILINE)


class Outputs:
    """What was shown since `start`, up to a number of bytes and of rich outputs."""

    def __init__(self, max_bytes: int, max_rich: int) -> None:
        self.max_bytes = max_bytes
        self.max_rich = max_rich
        self.descriptors: dict[str, int] = {}
        self.start()

    def start(self) -> None:
        """Forget what was shown before."""
        self.shown: list[dict[str, Any]] = []
        self.left = self.max_bytes
        self.rich_left = self.max_rich
        self.limited = False

    def text(self, name: str, data: bytes) -> None:
        """Add to the stream ``name``, after what came straight through the descriptors."""
        self.drain()
        self._text(name, data)

    def _text(self, name: str, data: bytes) -> None:
        if len(data) > self.left:
            data = data[: self.left]
            self.limited = True
        if not data:
            return
        self.left -= len(data)
        last = self.shown[-1] if self.shown else {}
        if last.get("name") == name:
            last["text"] += data
        else:
            self.shown.append({"output_type": "stream", "name": name, "text": bytearray(data)})

    def drain(self) -> None:
        """Take in what subprocesses and C code have written to descriptors 1 and 2."""
        for name, descriptor in self.descriptors.items():
            try:
                size = os.lseek(descriptor, 0, os.SEEK_END)
                data = os.pread(descriptor, min(size, self.left + 1), 0) if size else b""
                if size:
                    os.ftruncate(descriptor, 0)
            except OSError:
                continue  # the learner has closed it
            self._text(name, data)

    def rich(self, output: dict[str, Any]) -> None:
        """Add a display, a result or an error."""
        self.drain()
        size = sum(map(len, output.get("data", {}).values()))
        size += sum(map(len, output.get("traceback", ())))
        error = output["output_type"] == "error"
        if not error and (self.rich_left <= 0 or size > self.left):
            self.limited = True
            return
        if not error:
            self.rich_left -= 1
        self.left = max(0, self.left - size)
        self.shown.append(output)

    def take(self) -> tuple[list[dict[str, Any]], bool]:
        """All outputs, and whether some were left out; nothing is kept."""
        self.drain()
        shown, limited = self.shown, self.limited
        for output in shown:
            if output["output_type"] == "stream":
                output["text"] = bytes(output["text"]).decode("utf-8", "replace")
        self.start()
        return shown, limited

    def take_text(self) -> tuple[str, bool]:
        """The streams' text only."""
        shown, limited = self.take()
        return "".join(o["text"] for o in shown if o["output_type"] == "stream"), limited


class _Tap(io.RawIOBase):
    """What is written to sys.stdout or sys.stderr goes to the outputs, in the order written."""

    def __init__(self, outputs: Outputs, name: str, descriptor: int) -> None:
        self.outputs = outputs
        self.stream_name = name
        self.descriptor = descriptor
        self.owner = os.getpid()

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self.descriptor

    def write(self, data: Any) -> int:
        data = bytes(data)
        if os.getpid() == self.owner:
            self.outputs.text(self.stream_name, data)
        else:
            os.write(self.descriptor, data)
        return len(data)


def tap(outputs: Outputs, name: str, descriptor: int) -> io.TextIOWrapper:
    """A text stream for ``name`` whose writes ``outputs`` collects at once."""
    raw: Any = _Tap(outputs, name, descriptor)
    return io.TextIOWrapper(raw, "utf-8", "backslashreplace", newline="\n", write_through=True)


def _allowed(data: dict[str, Any]) -> dict[str, Any]:
    kept = {}
    for mime, content in data.items():
        if mime not in MIMES:
            continue
        text = base64.b64encode(content).decode() if isinstance(content, bytes) else content
        kept[mime] = text if isinstance(text, str) else repr(text)[:10_000]
    return kept


class _Publisher(DisplayPublisher):  # type: ignore[misc]
    def publish(self, data: dict[str, Any], metadata: Any = None, **_: Any) -> None:
        shell: Any = self.shell
        shell.outputs.rich(
            {"output_type": "display_data", "data": _allowed(data), "metadata": _sizes(metadata)}
        )

    def clear_output(self, wait: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        shell: Any = self.shell
        shell.outputs.shown.clear()


def _sizes(metadata: Any) -> dict[str, Any]:
    """The widths and heights of images; other metadata is dropped."""
    kept: dict[str, Any] = {}
    for mime, facts in (metadata or {}).items():
        if mime in MIMES and isinstance(facts, dict):
            kept[mime] = {
                key: facts[key]
                for key in ("width", "height")
                if type(facts.get(key)) in (int, float)
            }
    return kept


class _Compiler(CachingCompiler):  # type: ignore[misc]
    """What was parsed to see whether it is plain Python is not parsed again to be run."""

    parsed: tuple[str, ast.AST] = "", ast.Module([], [])

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        (text, tree), self.parsed = self.parsed, _Compiler.parsed
        if source and source == text and symbol == "exec":
            return tree
        parsed: ast.AST = super().ast_parse(source, filename, symbol)
        return parsed


class _Hook(DisplayHook):  # type: ignore[misc]
    def quiet(self) -> bool:
        # Finding the semicolon at the end means reading the cell as tokens.
        inputs = self.shell.history_manager.input_hist_parsed
        return ";" in inputs[-1] and bool(super().quiet()) if inputs else False

    def write_output_prompt(self) -> None:
        pass

    def finish_displayhook(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self.shell.outputs.rich(
            {
                "output_type": "execute_result",
                "data": _allowed(format_dict),
                "metadata": _sizes(md_dict),
                "execution_count": self.prompt_count,
            }
        )


class Shell(InteractiveShell):  # type: ignore[misc]
    """Made once in the server; each child runs the learner's cells in its own copy."""

    compiler_class = Type(_Compiler)
    displayhook_class = _Hook
    display_pub_class = _Publisher
    outputs: Outputs
    usual: tuple[int, ...] = ()

    def enable_gui(self, gui: Any = None) -> None:
        """No event loops here: figures are drawn when the cell ends."""

    def ask_exit(self) -> None:
        """A cell that says ``exit`` ends nothing."""

    def transform_cell(self, raw_cell: str) -> str:
        """Cells that are plain Python stay as they are: looking for magics in them takes long.

        One line may be a magic by its first word. It goes the long way, as does a cell that
        begins with an empty line or holds a prompt, and every cell once somebody has added a
        transformation.
        """
        first, _, more = raw_cell.partition("\n")
        usual = first.strip() and more and not _PROMPT.search(raw_cell)
        if usual and self._transformations() == self.usual:
            text = raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"
            try:
                tree = self.compile.ast_parse(text)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                pass
            else:
                self.compile.parsed = text, tree
                return text
        return str(super().transform_cell(raw_cell))

    def should_run_async(self, raw_cell: str, **given: Any) -> bool:
        """Top-level await has to be written; without its words nothing need be compiled to see."""
        if "await" not in raw_cell and "async" not in raw_cell:
            return False
        return bool(super().should_run_async(raw_cell, **given))

    @contextlib.contextmanager
    def _tee(self, channel: str) -> Iterator[None]:  # noqa: ARG002  (IPython's own)
        """What is printed is in `outputs`; IPython's history need not have it too."""
        yield

    def _transformations(self) -> tuple[int, ...]:
        manager = self.input_transformer_manager
        every = (manager.cleanup_transforms, manager.line_transforms, manager.token_transformers)
        return (*map(len, every), len(self.input_transformers_post))

    def init_virtualenv(self) -> None:
        """The environment is the server's own."""

    def enable_matplotlib(self, gui: Any = None) -> Any:
        """Whatever is asked for, figures come as static images."""
        return super().enable_matplotlib("inline" if gui != "agg" else gui)

    def system(self, cmd: str) -> None:
        """``!cmd``, without a terminal: what it writes comes in through the descriptors."""
        done = subprocess.run(self.var_expand(cmd, depth=1), shell=True, check=False)  # noqa: S602
        self.user_ns["_exit_code"] = done.returncode

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        message = safe_text(evalue)
        text = self.InteractiveTB.stb2text(stb) if isinstance(stb, list) else str(stb)
        name = str(etype.__name__)[:200]
        self.outputs.rich(
            {
                "output_type": "error",
                "ename": name,
                "evalue": message,
                "traceback": text[-_MAX_TRACEBACK:].splitlines(),
            }
        )


def make_shell() -> Shell:
    """A shell without history file, threads, colours or start-up files."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor"
    config.InteractiveShell.ast_node_interactivity = "last_expr"
    config.InteractiveShell.cache_size = 1000
    # One figure a cell, as Jupyter shows it.
    config.InlineBackend.figure_formats = {"png"}
    shell: Shell = Shell.instance(config=config)
    shell.user_ns["__name__"] = "__main__"
    shell.usual = shell._transformations()  # noqa: SLF001  (as IPython made it)
    return shell


def warm_up(shell: Shell) -> None:
    """Run what imports late once before the first fork, and leave no trace of it."""
    shell.outputs = Outputs(10_000, 10)
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = tap(shell.outputs, "stdout", 1), tap(shell.outputs, "stderr", 2)
    try:
        for source in ("1 + 1", "def f():\n    return 1 / 0\nf()", "%time 1"):
            shell.run_cell(source)
    finally:
        sys.stdout, sys.stderr = kept
    shell.reset(new_session=True)
    shell.execution_count = 1
    shell.user_ns["__name__"] = "__main__"


def safe_text(value: object, most: int = 2_000) -> str:
    """``str(value)``, bounded; empty if that fails."""
    try:
        text = str(value)
    except BaseException:
        return ""
    return str.__str__(text)[:most] if type(text) is str else ""


def run_cell(shell: Shell, source: str) -> dict[str, Any]:
    """Run one cell; what it showed, whether it succeeded, and the error if it did not."""
    shell.outputs.start()
    result = None
    problem: BaseException | None = None
    try:
        result = shell.run_cell(source, store_history=True)
        problem = result.error_before_exec or result.error_in_exec
    except BaseException as error:
        problem = error
    outputs, limited = shell.outputs.take()
    return {
        "outputs": outputs,
        "success": problem is None and result is not None,
        "execution_count": result.execution_count if result is not None else None,
        "limited": limited,
        "problem": problem,
    }


def point_descriptors(outputs: Outputs) -> None:
    """Descriptors 0 to 2: nothing to read; what is written to 1 and 2 is collected."""
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.close(null)
    for name, number in (("stdout", 1), ("stderr", 2)):
        memory = os.memfd_create(name, 0)
        os.dup2(memory, number)
        os.close(memory)
        outputs.descriptors[name] = number
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = tap(outputs, "stdout", 1)
    sys.stderr = tap(outputs, "stderr", 2)
