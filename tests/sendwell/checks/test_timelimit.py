"""Code that does not come back is stopped, and nothing is left behind."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

from sendwell.checks.timelimit import TimeLimitExceeded, time_limit


def spin() -> None:
    count = 0
    while True:
        count += 1


def sleep() -> None:
    time.sleep(60)


def swallow_forever() -> None:
    count = 0
    while True:
        try:
            while True:
                count += 1
        except BaseException:
            count = 0


def swallow_deep_down() -> None:
    for _ in range(10**9):
        try:
            swallow_forever()
        except BaseException:
            time.sleep(0)


def swallow_once() -> None:
    count = 0
    try:
        while True:
            count += 1
    except BaseException:
        count = 0


def fail_instead() -> None:
    try:
        spin()
    finally:
        raise ValueError


ENDLESS = [spin, sleep, swallow_forever, swallow_deep_down, swallow_once, fail_instead]


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    handler, hooks = signal.getsignal(signal.SIGALRM), (sys.gettrace(), sys.getprofile())
    yield
    left = signal.setitimer(signal.ITIMER_REAL, 0)
    assert left == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is handler
    assert (sys.gettrace(), sys.getprofile()) == hooks


def no_frame_is_traced() -> bool:
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        if getattr(frame.f_trace, "__func__", None) is not None and "_every_line" in repr(
            frame.f_trace
        ):
            return False
        frame = frame.f_back
    return True


@pytest.mark.parametrize("endless", ENDLESS)
def test_code_that_does_not_come_back_is_stopped(endless: Callable[[], None]) -> None:
    started = time.monotonic()
    with pytest.raises(TimeLimitExceeded), time_limit(0.05):
        endless()
    assert time.monotonic() - started < 2
    assert no_frame_is_traced()


def test_quick_code_is_left_alone() -> None:
    with time_limit(5):
        done = sum(range(1000))
    assert done == 499_500


def test_what_quick_code_raises_goes_through() -> None:
    with pytest.raises(KeyError), time_limit(5):
        raise KeyError


def test_an_interrupt_goes_before_the_time_limit() -> None:
    def interrupted() -> None:
        try:
            spin()
        except TimeLimitExceeded:
            raise KeyboardInterrupt from None

    with pytest.raises(KeyboardInterrupt), time_limit(0.05):
        interrupted()


def test_anothers_handler_is_put_back() -> None:
    def mine(number: int, frame: Any) -> None:
        raise AssertionError

    before = signal.signal(signal.SIGALRM, mine)
    try:
        with pytest.raises(TimeLimitExceeded), time_limit(0.05):
            spin()
        assert signal.getsignal(signal.SIGALRM) is mine
    finally:
        signal.signal(signal.SIGALRM, before)


def test_anothers_tracer_is_put_back() -> None:
    def mine(frame: FrameType, event: str, argument: object) -> None:
        return None

    before = sys.gettrace()
    sys.settrace(mine)
    try:
        with pytest.raises(TimeLimitExceeded), time_limit(0.05):
            swallow_forever()
        found = sys.gettrace()
    finally:
        sys.settrace(before)
    assert found is mine


@pytest.mark.parametrize("endless", [False, True])
def test_anothers_timer_still_rings(*, endless: bool) -> None:
    rung: list[float] = []
    before = signal.signal(signal.SIGALRM, lambda number, frame: rung.append(time.monotonic()))
    try:
        started = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        try:
            with time_limit(0.05):
                if endless:
                    spin()
        except TimeLimitExceeded:
            pass
        while not rung and time.monotonic() < started + 5:
            time.sleep(0.01)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert len(rung) == 1
    assert rung[0] - started >= 0.29


def test_a_timer_that_ran_out_meanwhile_rings_afterwards() -> None:
    rung: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, frame: rung.append(number))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        with time_limit(5):
            time.sleep(0.06)
        time.sleep(0.05)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert rung == [signal.SIGALRM]


def test_the_inner_of_two_limits_stops_its_own_block_only() -> None:
    with time_limit(5):
        with pytest.raises(TimeLimitExceeded), time_limit(0.05):
            spin()
        after = "reached"
    assert after == "reached"


def test_the_outer_of_two_limits_holds_after_the_inner() -> None:
    def two_blocks() -> None:
        with time_limit(5):
            pass
        spin()

    with pytest.raises(TimeLimitExceeded) as caught, time_limit(0.1):
        two_blocks()
    assert caught.value.args == (0.1,)


def test_in_another_thread_the_code_simply_runs() -> None:
    done: list[str] = []

    def work() -> None:
        with time_limit(0.01):
            time.sleep(0.05)
        done.append("ran to its end")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["ran to its end"]


def test_without_timers_the_code_simply_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as without:
        without.delattr(signal, "setitimer")
        with time_limit(0.01):
            time.sleep(0.05)
