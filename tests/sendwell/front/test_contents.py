"""The front door's table says what the notebooks say."""

from __future__ import annotations

import re

import nbformat
import pytest

from sendwell.front.contents import NOTEBOOKS, Notebook
from tools.build import ROOT

COURSE = ROOT / "course"
_CHECK = re.compile(r'check\("([\w.]+)"\)')


def cells(notebook: Notebook) -> list[nbformat.NotebookNode]:
    return list(nbformat.read(COURSE / notebook.path, as_version=4).cells)


def test_every_notebook_is_listed_once() -> None:
    there = {path.relative_to(COURSE).as_posix() for path in COURSE.glob("m*/*.ipynb")}
    assert sorted(there) == sorted(notebook.path for notebook in NOTEBOOKS)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.path)
def test_title_minutes_and_exercises_are_the_notebooks(notebook: Notebook) -> None:
    text = "\n".join(cell.source for cell in cells(notebook) if cell.cell_type == "markdown")
    assert text.startswith(f"# {notebook.title}\n")
    time = re.search(r"\*\*Time\*\*:(.*)", text)
    assert time
    minutes = [int(number) for number in re.findall(r"\d+", time[1].partition(".")[0])]
    assert notebook.minutes == max(minutes)
    source = "\n".join(cell.source for cell in cells(notebook) if cell.cell_type == "code")
    assert set(_CHECK.findall(source)) == {*notebook.exercises, *notebook.further}


def test_the_front_door_links_to_every_notebook_with_its_minutes() -> None:
    front = nbformat.read(COURSE / "index.ipynb", as_version=4)
    text = "\n".join(cell.source for cell in front.cells)
    for notebook in NOTEBOOKS:
        assert f"]({notebook.path}), {notebook.minutes} minutes" in text
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert (COURSE / target).is_file(), target


def test_banned_now_is_the_first_link() -> None:
    front = nbformat.read(COURSE / "index.ipynb", as_version=4)
    assert re.findall(r"\]\(([^)]+)", front.cells[0].source)[0] == "banned-now.html"


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.path)
def test_a_notebook_ends_with_the_way_on_and_the_way_back(notebook: Notebook) -> None:
    last = [cell for cell in cells(notebook) if cell.cell_type == "markdown"][-1].source
    assert "**Next**" in last
    assert "[save your progress](../index.ipynb)" in last
    for target in re.findall(r"\]\(([^)#:]+)\)", last):
        assert (COURSE / notebook.module / target).is_file(), target
