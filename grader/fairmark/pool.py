"""Judges side by side: each a process with a server of its own. Only verdicts come back."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from fairmark.course import read_submitted
from fairmark.intake import MOST_BYTES
from fairmark.judge.notebook import Budget, Graded, grade_notebook
from fairmark.judge.plan import Plan
from fairmark.launch import Server

#: A submission is tried so often before it counts as our own fault.
_TRIES = 2
#: Seconds beyond its own limit after which a submission is given up, with its judge.
_GRACE = 15.0


@dataclass(frozen=True)
class Task:
    """One submission: notebooks by name, helper files by relative path."""

    student: str
    notebooks: dict[str, Path]
    files: dict[str, bytes]


@dataclass(frozen=True)
class Done:
    """What came of a task; ``problem`` is our own fault, "" if there is none."""

    student: str
    graded: tuple[Graded, ...]
    rung: str
    problem: str = ""


@dataclass(frozen=True)
class Setting:
    """How submissions are run."""

    plans: dict[str, Plan]
    budget: Budget


def judge_all(tasks: Iterable[Task], setting: Setting, jobs: int, server: Server) -> Iterator[Done]:
    """Judge every task with ``jobs`` judges; results come as they are done, in any order.

    ``server`` is lent to each of them.
    """
    context = multiprocessing.get_context("fork")
    waiting = [(task, 1) for task in tasks]
    waiting.reverse()
    busy: dict[Connection, tuple[multiprocessing.process.BaseProcess, Task, int]] = {}
    idle: list[tuple[Connection, multiprocessing.process.BaseProcess]] = []
    until: dict[Connection, float] = {}
    patience = len(setting.plans) * (setting.budget.seconds + _GRACE)
    try:
        while waiting or busy:
            while waiting and len(busy) < jobs:
                ours, process = idle.pop() if idle else _start(context, setting, server)
                task, attempt = waiting.pop()
                ours.send(task)
                busy[ours] = (process, task, attempt)
                until[ours] = time.monotonic() + patience
            for late in [one for one in busy if time.monotonic() > until[one]]:
                # One long call into C, made of a learner's value: nothing in there can stop it.
                process, task, _ = busy.pop(late)
                process.kill()
                process.join()
                late.close()
                yield Done(task.student, (), "", "judging it took too long, and was ended")
            for ready in wait(list(busy), 1.0):
                assert isinstance(ready, Connection)
                process, task, attempt = busy.pop(ready)
                try:
                    done = ready.recv()
                except (EOFError, OSError):
                    process.join()
                    if attempt < _TRIES:
                        waiting.append((task, attempt + 1))
                    else:
                        yield Done(task.student, (), "", "the judge itself ended, twice")
                    continue
                idle.append((ready, process))
                yield done
    finally:
        for connection, (process, _, _) in busy.items():
            process.terminate()
            connection.close()
        for connection, process in idle:
            connection.send(None)
            connection.close()
            process.join(10)


def _start(
    context: multiprocessing.context.ForkContext, setting: Setting, server: Server
) -> tuple[Connection, multiprocessing.process.BaseProcess]:
    ours, theirs = context.Pipe()
    lent = server.lend()
    process = context.Process(target=_judge, args=(theirs, setting, lent), daemon=False)
    process.start()
    theirs.close()
    lent.close()
    return ours, process


def _judge(tasks: Connection, setting: Setting, server: Server) -> None:
    """One judge: a server, and one task after the other, until there is none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server is closed
    os.environ["SENDWELL_PROGRESS"] = ""
    with server:
        while (task := _next(tasks)) is not None:
            try:
                graded = tuple(
                    _grade(task, name, plan, server, setting.budget)
                    for name, plan in setting.plans.items()
                )
                done = Done(task.student, graded, server.rung)
            except Exception as error:
                done = Done(task.student, (), server.rung, f"{type(error).__name__}: {error}")
            tasks.send(done)


def _next(tasks: Connection) -> Task | None:
    try:
        return tasks.recv()  # type: ignore[no-any-return]
    except EOFError:
        return None


def _grade(task: Task, name: str, plan: Plan, server: Server, budget: Budget) -> Graded:
    path = task.notebooks.get(name)
    if path is None:
        return Graded(name, None, ("was not handed in",), {})
    try:
        data = read_submitted(path, MOST_BYTES)
    except OSError as error:
        return Graded(name, None, (f"cannot be read: {error.strerror}",), {})
    if data is None:
        return Graded(name, None, ("is not a notebook: it is no regular file",), {})
    return grade_notebook(plan, data, server, budget, task.files)
