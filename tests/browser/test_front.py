"""The front door in a real JupyterLab: where you are, save, lose everything, restore."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sendwell.checks.suite import find_suite
from sendwell.front.contents import BUILD, NOTEBOOKS
from sendwell.progress import merge
from tests.browser.lab import Lab
from tools.build import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("progress")]

SHOTS = ROOT / "build" / "screenshots"
SHOTS.mkdir(parents=True, exist_ok=True)
RIGHT = """def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit
"""


def test_the_first_answer_is_kept_and_shown_and_the_links_open(lab: Lab, page: Page) -> None:
    front = lab.open(page, "index.ipynb")
    table = front.run("where_you_are").locator(".sendwell-board")
    expect(table).to_contain_text(f"Nothing is passed yet. Begin with {NOTEBOOKS[0].title}.")
    table.screenshot(path=SHOTS / "front-new.png")
    throttle = next(n for n in NOTEBOOKS if (n.module, n.name) == ("m03-throttle", BUILD))
    table.get_by_role("link", name=throttle.title).first.click()
    page.wait_for_function(
        "path => window.jupyterapp.shell.currentWidget?.context?.path === path",
        arg=throttle.path,
    )
    build = lab.open(page, throttle.path)
    build.run("from sendwell.checks import check")
    build.write("allowed", RIGHT)
    build.run("allowed")
    expect(build.run("check-allowed").locator(".sendwell-report")).to_contain_text("All 5 checks")

    front = lab.open(page, "index.ipynb")
    table = front.run("where_you_are").locator(".sendwell-board")
    expect(table).to_contain_text("1 of 4, and 0 of")
    expect(table).to_contain_text("begun")


def test_progress_is_saved_lost_and_restored_by_keyboard(
    lab: Lab, page: Page, progress: Path, tmp_path: Path
) -> None:
    merge(progress, {"throttle.allowed": [c.title for c in find_suite("throttle.allowed").checks]})
    # From the start, or on a busy machine the first chooser may open before it is waited for.
    page.on("filechooser", lambda _: None)
    front = lab.open(page, "index.ipynb")
    cell = front.run("Keep()")
    save = cell.get_by_role("button", name="Save my progress")
    save.focus()
    with page.expect_download() as downloading:
        page.keyboard.press("Enter")
    mine = tmp_path / "mine.json"
    downloading.value.save_as(mine)
    assert downloading.value.suggested_filename == "sendwell-progress.json"
    assert len(json.loads(mine.read_text())["passed"]["throttle.allowed"]) == 5
    status = cell.get_by_role("status")
    expect(status).to_contain_text("is in your downloads. Exercises in it: 1.")
    cell.screenshot(path=SHOTS / "front-keep.png")

    progress.unlink()
    restore = cell.get_by_role("button", name="Restore from a file")
    save.focus()
    page.keyboard.press("Tab")
    expect(restore).to_be_focused()
    with page.expect_file_chooser() as choosing:
        page.keyboard.press("Enter")
    choosing.value.set_files(mine)
    expect(status).to_have_text(re.compile("Restored: 1 that were not here before, 1 in all"))
    assert json.loads(progress.read_text()) == json.loads(mine.read_text())

    photo = tmp_path / "photo.json"
    photo.write_bytes(b"\xff\xd8\xff")
    with page.expect_file_chooser() as choosing:
        restore.click()
    choosing.value.set_files(photo)
    expect(status).to_contain_text("Nothing changed")
    assert json.loads(progress.read_text()) == json.loads(mine.read_text())


def test_the_emergency_page_opens_from_the_front_door(lab: Lab, page: Page) -> None:
    lab.open(page, "index.ipynb")
    page.get_by_role("link", name="Banned now?").first.click()
    frame = page.frame_locator("iframe").last
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
