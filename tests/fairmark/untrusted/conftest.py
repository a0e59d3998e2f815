"""Servers on the rungs of this machine, shared by the tests of a module."""

import os
from collections.abc import Iterator

import pytest

from fairmark.launch import Child, LaunchError, Limits, Server

LIMITS = Limits(
    wall_seconds=30,
    cpu_seconds=10,
    memory_bytes=256 << 20,
    processes=32,
    file_bytes=16 << 20,
    open_files=128,
    output_bytes=100_000,
    rich_outputs=5,
)


def start(rung: str, limits: Limits = LIMITS) -> Server:
    """A server; a machine without the rung may skip its tests, CI may not."""
    try:
        return Server.start(rung, limits, warm=("numpy", "pandas"))
    except LaunchError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="module", params=["a", "b", "c"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    with start(request.param) as started:
        yield started


@pytest.fixture
def child(server: Server) -> Iterator[Child]:
    with server.child() as made:
        yield made


@pytest.fixture(scope="module")
def plain_server() -> Iterator[Server]:
    """Without isolation: for what has nothing to do with it."""
    with Server.start("unsafe", LIMITS, warm=()) as started:
        yield started


@pytest.fixture
def plain(plain_server: Server) -> Iterator[Child]:
    with plain_server.child() as made:
        yield made
