"""Judges side by side: each a process of its own. Only verdicts come back.

A manager process starts the server and imports what judges need, while whoever grades imports
nbgrader, which takes as long. It fixes how each test is run, and forks the judges.
"""

from __future__ import annotations

import atexit
import gc
import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self

from fairmark.ahead import Likely
from fairmark.launch import LaunchError, Limits, Server
from fairmark.rungs import LEARNERS_PATHS, begin, ready
from fairmark.suites import SUITES, draw_ahead

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from fairmark.judge.notebook import Budget, Graded
    from fairmark.judge.plan import Plan

#: A submission is tried so often before it counts as our own fault.
_TRIES = 2
#: Seconds beyond its own limit after which a submission is given up, with its judge.
_GRACE = 15.0
#: Imported by every server, before it is known what the release imports.
_WARM = ("asyncio", "sendwell.checks")
_NOTHING = Likely()
_CONTEXT = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Task:
    """One submission: the release's notebooks by name (None: not handed in), and helper files."""

    student: str
    notebooks: Mapping[str, Path | None]
    files: dict[str, bytes]


@dataclass(frozen=True)
class Done:
    """What came of a task; ``problem`` is our own fault, "" if there is none.

    ``marks`` are the marks of the files as they were read (``intake.look_at``), by notebook.
    """

    student: str
    graded: tuple[Graded, ...]
    rung: str
    problem: str = ""
    marks: dict[str, str] = field(default_factory=dict)


class Pool:
    """The manager process, and the judges that it forks. Use it as a context manager."""

    def __init__(self, rung: str | None, limits: Limits, likely: Likely = _NOTHING) -> None:
        """Start the manager; it starts a server on ``rung`` and does not wait to be asked.

        ``likely`` is got ready meanwhile.
        """
        self._ours, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(
            target=_manage, args=(theirs, self._ours, rung, limits, likely)
        )
        self._process.start()
        theirs.close()
        # multiprocessing waits for its processes when Python ends; this one waits for us.
        atexit.register(self._ours.close)
        self._patience = 0.0
        self._folder = tempfile.TemporaryDirectory(prefix=f"fairmark-{os.getpid()}-judges-")
        #: The rung on which submissions are run; "" before `prepare`.
        self.rung = ""

    def prepare(
        self,
        plans: Mapping[str, Plan],
        solutions: Mapping[str, NotebookNode],
        budget: Budget,
        files: Mapping[str, bytes] | None = None,
        theirs: Collection[str] = (),
    ) -> dict[str, Plan]:
        """The plans, each test fixed to where it is run: see ``calibrate``.

        ``files`` lie beside the release's notebooks: in the solution's folder, and but for
        ``theirs``, which learners write, in a folder in which the judges work and import. Raises
        what goes wrong in there: LaunchError, SuiteError, InternalError.
        """
        self._patience = _TRIES * len(plans) * (budget.seconds + _GRACE)
        place = Path(self._folder.name)
        for name, data in (files or {}).items():
            if name not in theirs:
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).write_bytes(data)
        order = (dict(plans), dict(solutions), budget, dict(files or {}), place)
        found, self.rung = self._ask(order)
        return found  # type: ignore[no-any-return]

    def judge_all(self, tasks: Iterable[Task], jobs: int) -> Iterator[Done]:
        """Judge every task with ``jobs`` judges; results come as they are done, in any order."""
        waiting = [(task, 1) for task in tasks]
        waiting.reverse()
        busy: dict[Connection, tuple[int, Task, int]] = {}
        idle: list[tuple[Connection, int]] = []
        until: dict[Connection, float] = {}
        try:
            while waiting or busy:
                while waiting and len(busy) < jobs:
                    ours, pid = idle.pop() if idle else self._judge()
                    task, attempt = waiting.pop()
                    with suppress(BrokenPipeError):  # it has ended: found out below
                        ours.send(task)
                    busy[ours] = (pid, task, attempt)
                    until[ours] = time.monotonic() + self._patience
                for late in [one for one in busy if time.monotonic() > until[one]]:
                    # One long call into C, made of a learner's value: nothing in there can stop it.
                    pid, task, _ = busy.pop(late)
                    with suppress(ProcessLookupError):  # it has just ended by itself
                        os.kill(pid, signal.SIGKILL)
                    late.close()
                    yield Done(task.student, (), "", "judging it took too long, and was ended")
                for one in wait(list(busy), 1.0):
                    assert isinstance(one, Connection)
                    pid, task, attempt = busy.pop(one)
                    try:
                        done = one.recv()
                    except (EOFError, OSError):
                        one.close()
                        if attempt < _TRIES:
                            waiting.append((task, attempt + 1))
                        else:
                            yield Done(task.student, (), "", "the judge itself ended, twice")
                        continue
                    idle.append((one, pid))
                    yield done
        finally:
            for connection, (pid, _, _) in busy.items():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGTERM)
                connection.close()
            for connection, _ in idle:
                connection.close()  # then the judge ends by itself

    def _judge(self) -> tuple[Connection, int]:
        """A new judge: a way to it, and its process."""
        pid = self._ask("judge")
        return Connection(recv_handle(self._ours)), pid

    def _ask(self, what: Any) -> Any:
        try:
            with suppress(BrokenPipeError):  # it may have said why it could not go on
                self._ours.send(what)
            found = self._ours.recv()
        except (EOFError, OSError):
            raise LaunchError("The process that starts the judges has died.") from None
        if isinstance(found, BaseException):
            raise found
        return found

    def close(self) -> None:
        """End the judges, the server and the manager."""
        self._ours.close()
        atexit.unregister(self._ours.close)
        self._process.join(10)
        if self._process.is_alive():
            self._process.kill()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def start_pool(
    rung: str | None,
    seconds: float,
    megabytes: int,
    suites: Path | None,
    likely: Likely = _NOTHING,
) -> Pool:
    """A pool with a submission's limits, and the folder of unseen suites if it is not the usual.

    ``likely`` is got ready before it is asked for; it does no harm if it never is.
    """
    os.environ["SENDWELL_PROGRESS"] = ""
    if suites:
        os.environ[SUITES] = str(suites.resolve())
    return Pool(rung, Limits(wall_seconds=seconds, memory_bytes=megabytes << 20), likely)


def _manage(
    asked: Connection,
    other: Connection,
    rung: str | None,
    limits: Limits,
    likely: Likely,
) -> None:
    """Start the server, prepare the plans, and fork a judge whenever one is asked for."""
    other.close()  # or it would never be seen to be closed
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    warm = (*_WARM, *likely.modules)
    begun = begin(rung, limits, LEARNERS_PATHS, warm)
    from fairmark.judge.calibrate import calibrate  # noqa: PLC0415  (not in whoever asks)
    from fairmark.judge.place import work_in  # noqa: PLC0415

    server: Server | None = None
    plans: dict[str, Plan] = {}
    try:
        draw_ahead(likely.suites, asked.poll)  # the server is importing meanwhile
        server = ready(begun, rung, limits, LEARNERS_PATHS, warm)
        gc.freeze()  # what was imported stays, and is shared with the judges
        gc.set_threshold(50_000, 20, 50)
        gc.enable()
        plans, solutions, budget, files, place = asked.recv()
        work_in(place)
        server.warm_up(name for plan in plans.values() for name in plan.modules)
        plans = {
            name: calibrate(plan, solutions[name], server, budget, files)
            for name, plan in plans.items()
        }
        asked.send((plans, server.rung))
        while asked.recv() == "judge":
            _CONTEXT.active_children()  # collects those that have ended
            ours, theirs = _CONTEXT.Pipe()
            lent = server.lend()
            process = _CONTEXT.Process(
                target=_judge, args=(theirs, plans, budget, lent, (asked, ours))
            )
            process.start()
            asked.send(process.pid)
            send_handle(asked, ours.fileno(), 0)
            for one in (ours, theirs, lent):
                one.close()
    except EOFError:
        pass
    except Exception as error:
        asked.send(error)
    finally:
        if server is not None:
            server.close()


def _judge(
    tasks: Connection,
    plans: Mapping[str, Plan],
    budget: Budget,
    server: Server,
    others: Iterable[Connection],
) -> None:
    """One judge: one task after the other, until there is none."""
    from fairmark.judge.place import Dismissed  # noqa: PLC0415  (see above)

    def dismiss(*_: Any) -> NoReturn:
        raise Dismissed(1)

    for other in others:
        other.close()
    signal.signal(signal.SIGTERM, dismiss)  # so that the server is told
    os.environ["SENDWELL_PROGRESS"] = ""
    with server:
        while (task := _next(tasks)) is not None:
            for _ in range(_TRIES):
                try:
                    done = _judge_one(task, plans, server, budget)
                    break
                except Exception as error:
                    done = Done(task.student, (), server.rung, f"{type(error).__name__}: {error}")
            tasks.send(done)


def _next(tasks: Connection) -> Task | None:
    try:
        return tasks.recv()  # type: ignore[no-any-return]
    except EOFError:
        return None


def _judge_one(task: Task, plans: Mapping[str, Plan], server: Server, budget: Budget) -> Done:
    from fairmark.intake import look_at  # noqa: PLC0415  (see above)
    from fairmark.judge.notebook import Graded, grade_notebook  # noqa: PLC0415

    graded: list[Graded] = []
    marks: dict[str, str] = {}
    for name, plan in plans.items():
        found = look_at(task.notebooks.get(name))
        marks[name] = found.mark
        if found.data is None:
            graded.append(Graded(name, None, (found.problem,), {}))
        else:
            graded.append(grade_notebook(plan, found.data, server, budget, task.files))
    return Done(task.student, tuple(graded), server.rung, marks=marks)
