"""Code that never ends is stopped with its process; the checks after it lose no time by that."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from fairmark.judge.session import Session
from fairmark.launch import LaunchError, Limits, Server
from fairmark.rungs import LEARNERS_PATHS
from sendwell.checks import find_suite, run

#: Takes longer than a check has after one that ran out of time.
SLOW_CELL = "import time\ntime.sleep(0.5)"
WAITS_FOR_EVER = """
class ReviewQueue:
    def __init__(self, ageing):
        self.ageing = ageing
        self.places = {}

    def add(self, now, account, urgency):
        first, before = self.places.get(account, (now, urgency))
        self.places[account] = (first, min(before, urgency))

    def waiting(self):
        return len(self.places)

    def take(self, now):
        while not self.places:
            pass

        def level(account):
            arrived, urgency = self.places[account]
            return urgency - (now - arrived) // self.ageing

        best = min(self.places, key=level)
        del self.places[best]
        return best
"""


@pytest.fixture(scope="module", params=["a", "c"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    try:
        with Server.start(request.param, Limits(), LEARNERS_PATHS, warm=()) as started:
            yield started
    except LaunchError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


def test_running_the_cells_again_takes_no_time_from_the_next_check(server: Server) -> None:
    session = Session(server, 60.0, 10.0)
    try:
        session.run_cell(SLOW_CELL)
        session.run_cell(WAITS_FOR_EVER)
        report = run(find_suite("review.review_queue"), session, 1.0)
    finally:
        session.close()
    verdicts = [result.verdict.value for result in report.results]
    assert verdicts == ["time limit", "time limit", "passed"], report.text()
