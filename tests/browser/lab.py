"""A real JupyterLab with the course, and a notebook in it as a learner's hands reach it."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tools.build import ROOT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

_OPEN_INSTEAD = """async path => {
    const app = window.jupyterapp;
    await app.restored;  // after a reload, what was open comes back first
    for (const shown of [...app.shell.widgets('main')]) shown.dispose();
    await app.serviceManager.sessions.shutdownAll();
    app.shell.expandLeft();
    await app.commands.execute('docmanager:open', {path});
}"""
_DONE = re.compile(r"\[\d+\]")


def make_narrow(page: Page, width: int = 320) -> None:
    """Resize the window, and wait until the page has been laid out anew."""
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function("width => innerWidth === width", arg=width)
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def chromium() -> str | None:
    """Where Debian's (or another) Chromium is; the one without a head takes less time."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    return next(filter(None, map(shutil.which, names)), None)


class Lab(AbstractContextManager["Lab"]):
    """JupyterLab serving ``folder``, with the programs of this environment or of another.

    It ends with the ``with`` block. ``settings`` is a folder of configuration, as
    JUPYTER_CONFIG_PATH names one.
    """

    def __init__(
        self, folder: Path, programs: Path | None = None, settings: Path | None = None
    ) -> None:
        self.served = folder
        self.copied = False
        self.token = secrets.token_hex(8)
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        beside = folder.with_name(f"{folder.name}-lab")
        beside.mkdir()
        self.log = (beside / "lab.log").open("w")
        programs = programs or Path(sys.executable).parent
        self.process = subprocess.Popen(
            [
                str(programs / "jupyter-lab"),
                "--allow-root",
                "--no-browser",
                "--ip=127.0.0.1",
                f"--port={self.port}",
                "--ServerApp.port_retries=0",
                f"--IdentityProvider.token={self.token}",
                f"--ServerApp.root_dir={folder}",
                "--LabApp.extension_manager=readonly",
                "--LabApp.expose_app_in_browser=True",
            ],
            cwd=folder,
            stdout=self.log,
            stderr=self.log,
            env=os.environ
            | {
                "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
                "JUPYTER_CONFIG_DIR": str(beside / "config"),
                "JUPYTER_RUNTIME_DIR": str(beside / "runtime"),
            }
            | ({"JUPYTER_CONFIG_PATH": str(settings)} if settings else {}),
        )
        self._wait()

    @classmethod
    def with_course(cls, folder: Path) -> Lab:
        """As ``make course`` starts it, serving a copy of the course that is made in ``folder``."""
        copy = folder / "course"
        shutil.copytree(ROOT / "course", copy)
        lab = cls(copy, settings=ROOT / "tools" / "lab")
        lab.copied = True
        return lab

    def visit(self, page: Page, path: str) -> None:
        """Go to a page of the server that is not JupyterLab's own."""
        page.set_extra_http_headers({"Authorization": f"token {self.token}"})
        page.goto(f"{self.address}/{path}")

    def _wait(self) -> None:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{self.address}/api", timeout=1) as got:
                    json.load(got)
                    return
            except OSError:
                assert self.process.poll() is None, Path(self.log.name).read_text()
                time.sleep(0.2)
        raise AssertionError(Path(self.log.name).read_text())

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()  # a busy kernel can hold it up; kernels end when it has ended
            self.process.wait()
        self.log.close()

    def open(self, page: Page, path: str) -> Notebook:
        """Open a notebook as a learner gets it, and wait until its kernel is ready.

        Where the page shows this JupyterLab already, it is not loaded again: what is open there
        gives way unsaved, and all kernels end.
        """
        if (ROOT / "course" / path).is_file() and self.copied:
            shutil.copyfile(ROOT / "course" / path, self.served / path)
        return self.open_again(page, path)

    def open_again(self, page: Page, path: str) -> Notebook:
        """Open a notebook as somebody saved it."""
        if page.url.startswith(f"{self.address}/lab"):
            page.wait_for_function("window.jupyterapp?.commands.hasCommand('docmanager:open')")
            page.evaluate(_OPEN_INSTEAD, path)
        else:
            page.goto(f"{self.address}/lab/tree/{path}?token={self.token}&reset")
        page.wait_for_function(
            "path => { const shown = window.jupyterapp?.shell?.currentWidget;"
            " return shown?.context?.path === path"
            " && shown.sessionContext?.session?.kernel?.status === 'idle' }",
            arg=path,
            timeout=60_000,
            polling=100,
        )
        return Notebook(page)


class Notebook:
    """The notebook that the page shows; cells are named by their grade_id or by what they hold."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, name: str) -> Locator:
        """Select the cell with that grade_id, or the first code cell that holds that text."""
        index = self.page.evaluate(
            """name => {
                const panel = window.jupyterapp.shell.currentWidget;
                const cells = [...panel.model.cells];
                const marked = cells.findIndex(c => c.getMetadata('nbgrader')?.grade_id === name);
                const index = marked >= 0 ? marked : cells.findIndex(
                    c => c.type === 'code' && c.sharedModel.getSource().includes(name));
                panel.content.activeCellIndex = index;
                panel.content.scrollToItem(index, 'start');
                return index;
            }""",
            name,
        )
        assert index >= 0, f"there is no cell {name!r}"
        cell = self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell.jp-mod-active")
        cell.scroll_into_view_if_needed()
        return cell

    def write(self, name: str, source: str) -> None:
        """Replace the cell's text with the keyboard."""
        editor = self.go_to(name).locator(".cm-content")
        editor.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(source)

    def run(self, name: str) -> Locator:
        """Run the cell with Ctrl+Enter and wait until it is done; return the cell."""
        cell = self.go_to(name)
        before = cell.locator(".jp-InputPrompt").inner_text()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        prompt = cell.locator(".jp-InputPrompt")
        expect(prompt).not_to_have_text(before, timeout=30_000)
        expect(prompt).to_have_text(_DONE, timeout=30_000)
        return cell

    def validate(self) -> str:
        """Press nbgrader's Validate and return what its dialog says."""
        self.page.locator(".jp-NotebookPanel-toolbar").get_by_text("Validate", exact=True).click()
        dialog = self.page.locator(".jp-Dialog .jp-Dialog-content")
        dialog.wait_for(timeout=90_000)
        text = dialog.inner_text()
        self.page.keyboard.press("Escape")
        return text


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
