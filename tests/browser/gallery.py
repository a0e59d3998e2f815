"""Everything that learners touch, in one notebook; ``make screenshots`` takes pictures of it.

They go to ``build/screenshots``, each thing in light and in dark; ``--docs`` puts those that README
and docs show into ``docs/images``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from playwright.sync_api import Locator, Page, expect, sync_playwright

from sendwell import progress
from sendwell.checks import find_suite
from sendwell.front.contents import NOTEBOOKS
from tests.browser.lab import FLAGS, Lab, Notebook, chromium
from tools.build import ROOT

SHOTS = ROOT / "build" / "screenshots"
#: Name -> the cell that shows it; each stands alone.
THINGS = {
    "timeline": (
        "from sendwell.widgets import Timeline\n"
        "Timeline(sends=[7_000, 8_000, 9_000, 10_000, 11_000, 12_000], limit=3, rule='sliding')"
    ),
    "bucket": (
        "from sendwell.widgets import Bucket\n"
        "Bucket(sends=[0, 0, 0, 1_500], capacity=3, refill_every=1_000)"
    ),
    "phone": "from sendwell.widgets import Phone\nPhone(actions=['report'])",
    "crowd": ("from sendwell.widgets import Crowd\nCrowd(guilty=10, caught=900, cleared=900)"),
    "threshold": "from sendwell.widgets import Threshold\nThreshold(threshold=85, unwanted=10)",
    "words": (
        "from sendwell.wording import measure_words\nmeasure_words('free', 'limited', 'win')"
    ),
    "pipeline": "from sendwell.widgets import Pipeline\nPipeline()",
    "front": "from sendwell.front import where_you_are\nwhere_you_are()",
    "keep": "from sendwell.front import Keep\nKeep()",
    "claim": "from sendwell.claims import claim\nclaim('A16')",
    "report": (
        "from sendwell.checks import check\n"
        "check('throttle.allowed', {'allowed': lambda sent, now, limit, window: True})"
    ),
    "moments": "from sendwell.advice import AppealTimeline\nAppealTimeline(2)",
    "appeal": "from sendwell.appeals.wizard import appeal_form\nappeal_form(today='2026-11-24')",
}
#: What README and docs show, in the light theme.
IN_DOCS = ("timeline", "phone", "pipeline", "front")
#: Whoever takes the pictures keeps their own progress and its place to themselves.
PROGRESS = "progress.json"
WHAT_IS_PASSED = (*NOTEBOOKS[0].exercises, NOTEBOOKS[1].exercises[0])
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}


def write_gallery(folder: Path) -> str:
    """Write the notebook, and somebody's progress for the front door; its name."""
    for name in WHAT_IS_PASSED:
        progress.merge(
            folder / PROGRESS, {name: [check.title for check in find_suite(name).checks]}
        )
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
    )
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in THINGS.values()]
    nbformat.write(notebook, folder / "gallery.ipynb")
    return "gallery.ipynb"


def show(notebook: Notebook, name: str) -> Locator:
    """Run the cell of one thing; what it put out."""
    cell = notebook.run(THINGS[name].split("\n")[1])
    area = cell.locator(".jp-OutputArea-output").last
    area.wait_for()
    return area


def in_theme(page: Page, theme: str) -> None:
    """Change JupyterLab's theme and wait until it is there."""
    page.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})",
        THEMES[theme],
    )
    page.wait_for_function(
        "light => document.body.dataset.jpThemeLight === light", arg=str(theme == "light").lower()
    )
    expect(page.locator("#jupyterlab-splash")).to_have_count(0, timeout=20_000)


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument("--docs", action="store_true", help="also renew docs/images")
    parser.add_argument("--only", choices=THINGS, action="append", help="this thing (repeatable)")
    arguments = parser.parse_args()
    program = chromium()
    if program is None:
        print("There is no Chromium here. On Debian: apt install chromium", file=sys.stderr)
        return 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    os.environ[progress.VARIABLE] = PROGRESS
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        Lab.with_course(Path(folder)) as lab,
        playwright.chromium.launch(executable_path=program, args=FLAGS) as browser,
    ):
        page = browser.new_page(viewport={"width": 1280, "height": 2600})
        notebook = lab.open(page, write_gallery(lab.served))
        chosen = arguments.only or THINGS
        for name in chosen:
            area = show(notebook, name)
            for theme in THEMES:
                in_theme(page, theme)
                area.screenshot(path=SHOTS / f"{name}-{theme}.png")
                print(f"{name}-{theme}.png", flush=True)
    if arguments.docs:
        for name in set(IN_DOCS) & set(chosen):
            shutil.copy2(SHOTS / f"{name}-light.png", ROOT / "docs" / "images" / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
