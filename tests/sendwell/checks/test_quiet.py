"""Nothing that learner code writes gets out, and everything is put back."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from sendwell.checks.quiet import quiet


@contextmanager
def bound_handler() -> Iterator[logging.StreamHandler[io.TextIOBase]]:
    """A handler that has been bound to stderr before (pytest has one stderr for each test)."""
    handler = logging.StreamHandler(sys.stderr)
    log = logging.getLogger("sendwell-test-quiet")
    log.addHandler(handler)
    try:
        yield handler
    finally:
        log.removeHandler(handler)


def by_print() -> None:
    print("wrote this")


def by_print_to_stderr() -> None:
    print("wrote this", file=sys.stderr)


def by_descriptor() -> None:
    os.write(2, b"wrote this\n")


def by_bound_handler() -> None:
    logging.getLogger("sendwell-test-quiet").warning("wrote this")


def by_subprocess() -> None:
    subprocess.run(["/bin/sh", "-c", "echo wrote this >&2"], check=True)


WRITERS = [
    by_print,
    by_print_to_stderr,
    by_descriptor,
    by_bound_handler,
    by_subprocess,
]


@pytest.mark.parametrize("write", WRITERS)
def test_what_is_written_is_caught_and_does_not_get_out(
    write: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    with bound_handler(), quiet() as caught:
        write()
    assert "wrote this" in caught.text
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("write", WRITERS)
def test_afterwards_writing_works_as_before(
    write: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    with bound_handler():
        with quiet():
            pass
        write()
    found = capfd.readouterr()
    assert "wrote this" in found.out + found.err


def test_warnings_are_caught_and_do_not_get_out() -> None:
    # In a process of its own: pytest takes warnings away before they reach stderr.
    program = (
        "import warnings\n"
        "from sendwell.checks.quiet import quiet\n"
        "with quiet() as caught:\n"
        "    warnings.warn('wrote this', DeprecationWarning)\n"
        "assert 'DeprecationWarning: wrote this' in caught.text, caught.text\n"
        "warnings.warn('afterwards')\n"
    )
    command = [sys.executable, "-W", "always", "-c", program]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "wrote this" not in ran.stdout + ran.stderr
    assert "UserWarning: afterwards" in ran.stderr


def replaces_stdout_and_stderr() -> None:
    sys.stdout = sys.stderr = io.StringIO()


def closes_stderr() -> None:
    sys.stderr.close()


def closes_the_descriptor() -> None:
    os.close(2)


def removes_stdout() -> None:
    del sys.stdout


def fails() -> None:
    raise ValueError


def ends() -> None:
    sys.exit(3)


@pytest.mark.parametrize(
    "block",
    [replaces_stdout_and_stderr, closes_stderr, closes_the_descriptor, removes_stdout, fails, ends],
)
def test_everything_is_put_back_whatever_the_block_does(
    block: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    before = sys.stdout, sys.stderr
    with bound_handler() as handler:
        stream = handler.stream
        try:
            with quiet():
                block()
        except (ValueError, SystemExit):
            pass
        after = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = before
        assert handler.stream is stream
    os.write(2, b"still there\n")
    assert after == before
    assert capfd.readouterr().err == "still there\n"


def test_a_handler_that_the_block_sets_up_writes_to_stderr_afterwards() -> None:
    log = logging.getLogger("sendwell-test-late")
    with quiet() as caught:
        log.addHandler(logging.StreamHandler())
        log.warning("inside")
    handler = log.handlers.pop()
    assert isinstance(handler, logging.StreamHandler)
    assert handler.stream is sys.stderr
    assert "inside" in caught.text


def test_a_handler_bound_elsewhere_is_left_alone() -> None:
    elsewhere = io.StringIO()
    handler = logging.StreamHandler(elsewhere)
    log = logging.getLogger("sendwell-test-elsewhere")
    log.addHandler(handler)
    with quiet() as caught:
        log.warning("to a file of its own")
    log.removeHandler(handler)
    assert elsewhere.getvalue() == "to a file of its own\n"
    assert caught.text == ""


def test_only_the_first_few_thousand_characters_are_kept() -> None:
    with quiet() as caught:
        for _ in range(1000):
            print("x" * 1000)
        os.write(2, b"y" * 100_000)
    assert len(caught.text) == 4000


def test_bytes_that_are_no_text_are_kept_readable() -> None:
    with quiet() as caught:
        os.write(2, b"\xff\xfe broken")
    assert caught.text.endswith(" broken")
