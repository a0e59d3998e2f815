"""The server: it imports once what notebooks import, then forks a child for each submission.

It takes orders over a socket, one packet an order, one an answer, and never reads what a
child says. Between orders it watches its children's memory, processor time and files.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fairmark import wire
from fairmark.untrusted import child as child_module
from fairmark.untrusted import isolate, namespaces, reach, shell, watch
from fairmark.untrusted.cgroup import Group

_TICK = 0.02
_MAX_ORDER = 1 << 17


class Server:
    """Forks, watches and buries children as the judge orders."""

    def __init__(self, control: socket.socket, settings: dict[str, Any]) -> None:
        self.settings = settings
        #: By descriptor; the first one's end is the server's end.
        self.controls = {control.fileno(): control}
        self.first = control
        self.children: dict[int, watch.Watched] = {}
        self.owners: dict[int, socket.socket] = {}
        self.group = Group(settings["cgroups"]) if settings["cgroups"] else None
        self.kills = 0
        self.shell = _warm(settings)

    def run(self) -> None:
        """Take orders until the first judge has gone; then end every child."""
        poll = select.poll()
        poll.register(self.first, select.POLLIN)
        try:
            while self.first.fileno() in self.controls:
                for descriptor, _ in poll.poll(_TICK * 1000 if self.children else None):
                    self.listen(self.controls[descriptor], poll)
                self.look()
        finally:
            for number in list(self.children):
                self.bury(number)

    def listen(self, control: socket.socket, poll: select.poll) -> None:
        """Take one order; a judge that has gone takes its children along."""
        try:
            data, descriptors, _, _ = socket.recv_fds(control, _MAX_ORDER, 1)
        except OSError:
            data, descriptors = b"", []
        if data:
            order = wire.decode(data)
            if order["order"] == "share":
                other = socket.socket(fileno=descriptors.pop())
                self.controls[other.fileno()] = other
                poll.register(other, select.POLLIN)
            self.obey(order, descriptors, control)
            return
        for number in [n for n, owner in self.owners.items() if owner is control]:
            self.bury(number)
        poll.unregister(control)
        del self.controls[control.fileno()]
        if control is not self.first:
            control.close()

    def obey(self, order: dict[str, Any], descriptors: list[int], control: socket.socket) -> None:
        """Carry out one order and answer it."""
        answer: dict[str, Any] = {}
        try:
            if order["order"] == "fork":
                self.fork(order["child"], descriptors[0], order["limits"], order["first"])
                self.owners[order["child"]] = control
            elif order["order"] == "warm":
                _import(order["modules"])
            elif order["order"] == "bury":
                answer = self.bury(order["child"], order["patience"])
        except OSError as error:
            answer = {"problem": f"{error.strerror} ({error.filename or order['order']})"}
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        answer["memory"] = watch.own_memory()
        with contextlib.suppress(OSError):  # a judge that was ended meanwhile
            control.send(wire.encode(answer, _MAX_ORDER))

    def fork(self, number: int, descriptor: int, limits: dict[str, Any], first: str) -> None:
        """Fork child ``number``, which serves the socket ``descriptor``."""
        if self.group is not None:
            self.group.allow([limits, *(other.limits for other in self.children.values())])
        ground = isolate.prepare(self.settings, number)
        with isolate.new_pids(self.settings):
            pid = os.fork()
        if pid == 0:
            code = 70
            try:
                code = isolate.keep(
                    self.settings,
                    ground,
                    limits,
                    descriptor,
                    lambda: self.make_ready(limits, first),
                )
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(code)
        self.children[number] = watch.Watched(pid, ground, limits)

    def make_ready(self, limits: dict[str, Any], first: str) -> Callable[[socket.socket], None]:
        """What the inner process of a child does before it is locked in, and then."""
        outputs = shell.Outputs(limits["output_bytes"], limits["rich_outputs"])
        self.shell.outputs = outputs
        shell.point_descriptors(outputs)
        exec(first, {})  # noqa: S102  (what the judge wants done before the learner's cells)
        most = self.settings["message_bytes"]
        return lambda sock: child_module.Child(sock, self.shell, most).serve()

    def look(self) -> None:
        """End the children that use more than they may."""
        self.look_at_group()
        for watched in self.children.values():
            if not watched.reason:
                watched.look()
                if watched.reason:
                    isolate.end(self.settings, watched)

    def look_at_group(self) -> None:
        """If the kernel has killed for want of memory, the child that had most is to blame."""
        kills = self.group.kills() if self.group is not None else 0
        if kills > self.kills and self.children:
            self.kills = kills
            largest = max(self.children.values(), key=lambda watched: watched.peak)
            largest.reason = "memory limit"
            isolate.end(self.settings, largest)

    def bury(self, number: int, patience: float = 0.0) -> dict[str, Any]:
        """End child ``number``; why it died if not by this, and what it used."""
        self.look_at_group()
        watched = self.children.pop(number, None)
        self.owners.pop(number, None)
        if watched is None:
            return {"reason": "crashed", "status": None}
        watched.look_back(patience)
        isolate.end(self.settings, watched)
        if self.settings["rung"] not in "ab":
            isolate.end_strays({other.pid for other in self.children.values()})
        isolate.clear(watched.ground)
        return watched.report()


def _warm(settings: dict[str, Any]) -> shell.Shell:
    """Import what is asked for and make the shell; nothing of the judge's is on the path."""
    roots = (sys.prefix, sys.base_prefix, *settings["extra_paths"])
    inside = [p for p in sys.path if p and Path(p).is_relative_to(sys.base_prefix)]
    inside += [p for p in sys.path if p and p not in inside and p.startswith(roots)]
    sys.path[:] = [*inside, *(p for p in settings["extra_paths"] if p not in inside)]
    made = shell.make_shell()
    shell.warm_up(made)
    _import(settings["warm"])
    return made


def _import(modules: list[str]) -> None:
    """Import what children will find imported; nothing of fairmark stays to be found."""
    for name in modules:
        with contextlib.suppress(Exception):  # the notebook's own import will say it
            importlib.import_module(name)
    for name in [name for name in sys.modules if name.partition(".")[0] == "fairmark"]:
        del sys.modules[name]
    gc.collect()
    gc.freeze()


def drop(settings: dict[str, Any]) -> None:
    """Where nobody has done it before us: become an ordinary user."""
    settings["through"] = {}
    if settings["rung"] not in "ab":
        namespaces.adopt_orphans()
    if settings["rung"] == "c" and os.geteuid() == 0:
        settings["through"] = reach.open_closed(settings["readable"], settings["uid"])
        namespaces.become(settings["uid"], settings["uid"])
        reach.import_through(settings["through"])


def main() -> None:
    """Serve the judge at the other end of the descriptor named in the first argument."""
    descriptor = int(sys.argv[1])
    os.set_inheritable(descriptor, False)
    control = socket.socket(fileno=descriptor)
    settings = wire.decode(control.recv(_MAX_ORDER))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings["server_pid"] = os.getpid()
    server = Server(control, settings)
    drop(settings)
    ready = {
        "prefix": sys.prefix,
        "memory": watch.own_memory(),
        "uid": settings.get("uid", os.getuid()),
        "groups": bool(settings["cgroups"]),
    }
    control.send(wire.encode(ready, _MAX_ORDER))
    server.run()
