"""The build refuses what must not be published, and says where it is."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

import nbformat
import pytest

from tools.build import ROOT, BuildError, build_module, outdated

HEADER = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3 (ipykernel)
  language: python
  name: python3
---

# A title

```{code-cell} ipython3
from sendwell.checks import check
```
"""

ANSWER = """
```{code-cell} ipython3
---
nbgrader: {grade: false, grade_id: allowed, locked: false, schema_version: 3, solution: true}
---
def allowed(sent, now, limit, window):
    ### BEGIN SOLUTION
    inside = [t for t in sent if now - window < t <= now]
    return len(inside) < limit
    ### END SOLUTION
```
"""

CHECK = """
```{code-cell} ipython3
---
nbgrader: {grade: true, grade_id: check-allowed, locked: true, points: 5, schema_version: 3,
           solution: false}
---
check("throttle.allowed")
```
"""


class Author:
    """Somebody who writes a module ``m99`` with one notebook ``page`` and builds it."""

    def __init__(self, folder: Path) -> None:
        self.module = folder / "solutions" / "m99"
        self.course = folder / "course"
        self.module.mkdir(parents=True)
        self.said: list[str] = []

    def build(self, *parts: str) -> None:
        (self.module / "page.md").write_text(HEADER + "".join(parts))
        build_module(self.module, self.course, self.said.append, ROOT)

    def problems(self, *parts: str) -> str:
        with pytest.raises(BuildError) as caught:
            self.build(*parts)
        assert not (self.course / "m99").exists(), "nothing may be written"
        return str(caught.value)

    @property
    def released(self) -> Path:
        return self.course / "m99" / "page.ipynb"


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def test_a_built_module_holds_no_solution_and_builds_the_same_twice(author: Author) -> None:
    (author.module / "shop.csv").write_text("a,b\n")
    author.build(ANSWER, CHECK)
    first = [author.released.read_bytes(), (author.module / "page.ipynb").read_bytes()]
    assert "inside =" not in author.released.read_text()
    assert "raise NotImplementedError" in author.released.read_text()
    assert (author.course / "m99" / "shop.csv").is_file(), "honest helper files travel"
    assert not list((author.course / "m99").glob("*.md")), "the text source does not"
    author.build(ANSWER, CHECK)
    assert first == [author.released.read_bytes(), (author.module / "page.ipynb").read_bytes()]
    assert len(author.said) == 4, "a line a notebook and step"


def test_cell_ids_come_from_grade_ids_and_order(author: Author) -> None:
    author.build(ANSWER, CHECK, "\nThe end.\n")
    ids = [cell.id for cell in nbformat.read(author.released, as_version=4).cells]
    assert ids == ["start-1", "start-2", "allowed", "check-allowed", "check-allowed-1"]


def test_work_of_a_learner_is_kept(author: Author) -> None:
    author.build(ANSWER, CHECK)
    notebook = nbformat.read(author.released, as_version=4)
    notebook.cells[1].execution_count = 1
    nbformat.write(notebook, author.released)
    author.build(ANSWER, CHECK)
    assert len(list((author.course / "m99").glob("page, my work *.ipynb"))) == 1
    assert nbformat.read(author.released, as_version=4).cells[1].execution_count is None


def test_solution_text_that_survives_elsewhere(author: Author) -> None:
    leak = """
        For those who cannot wait:

        ```python
            inside = [t for t in sent if now - window < t <= now]
            return len(inside) < limit
        ```
        """
    said = author.problems(ANSWER, CHECK, textwrap.dedent(leak))
    assert "m99/page, cell 5: holds a whole solution, the one that begins 'inside" in said


def test_a_misspelt_marker_survives_and_is_found(author: Author) -> None:
    said = author.problems(ANSWER, CHECK, ANSWER_WITH_A_SLIP)
    assert "m99/page, cell 5 (extra): holds the marker '# begin solution'" in said


ANSWER_WITH_A_SLIP = """
```{code-cell} ipython3
---
nbgrader: {grade: false, grade_id: extra, locked: false, schema_version: 3, solution: true}
---
# begin solution
answer = 42
# end solution
### BEGIN SOLUTION
another = 43
### END SOLUTION
```
"""


def test_a_stub_that_passes_a_check(author: Author) -> None:
    given_away = ANSWER.replace("    ### BEGIN SOLUTION\n", "").replace(
        "    ### END SOLUTION\n", "    ### BEGIN SOLUTION\n    ### END SOLUTION\n"
    )
    said = author.problems(given_away, CHECK)
    assert "m99/page, cell 4 (check-allowed): the stub passes 'counts the sends" in said


def test_a_solution_that_fails_a_check(author: Author) -> None:
    said = author.problems(ANSWER.replace("t <= now", "t < now"), CHECK)
    assert "cell 4 (check-allowed): the solution fails 'a send at this very moment" in said


def test_points_that_do_not_add_up(author: Author) -> None:
    said = author.problems(ANSWER, CHECK.replace("points: 5", "points: 6"))
    assert "cell 4 (check-allowed): has 6 points, but the checks of throttle.allowed" in said


def test_a_check_that_does_not_exist(author: Author) -> None:
    said = author.problems(ANSWER, CHECK.replace("throttle.allowed", "throttle.alowed"))
    assert "There is no check called 'throttle.alowed'" in said


def test_a_repeated_grade_id(author: Author) -> None:
    said = author.problems(ANSWER, ANSWER, CHECK)
    assert "m99/page, cell 4 (allowed): the grade_id 'allowed' is used twice" in said


def test_output_on_stderr(author: Author) -> None:
    noise = "\n```{code-cell} ipython3\nimport sys; print('old', file=sys.stderr)\n```\n"
    assert "m99/page, cell 5: wrote on stderr: old" in author.problems(ANSWER, CHECK, noise)


def test_an_output_that_changes_every_time(author: Author) -> None:
    said = author.problems(ANSWER, CHECK, "\n```{code-cell} ipython3\nobject()\n```\n")
    assert "m99/page, cell 5: the output holds '0x" in said


@pytest.mark.parametrize("image", ["![](chart.png)", '<img src="chart.png">', '<img alt="">'])
def test_an_image_without_alternative_text(author: Author, image: str) -> None:
    said = author.problems(f"\n## Chart\n\n{image}\n")
    assert "m99/page, cell 3: an image has no alternative text" in said


def test_a_skipped_heading_level(author: Author) -> None:
    said = author.problems("\n### Too deep\n")
    assert "m99/page, cell 3: a heading of level 3 follows one of level 1" in said


def test_an_unknown_role(author: Author) -> None:
    assert "unknown role {clam}" in author.problems("\nSome text {clam}`A16`.\n")


def test_a_bare_figure_about_the_platform(author: Author) -> None:
    said = author.problems("\nFirst.\n\nWhatsApp allows 500 messages an hour.\n")
    assert "m99/page, cell 3, line 3: '500' is a bare figure about the platform" in said


def test_an_unknown_claim(author: Author) -> None:
    assert "{claim}`A99` cannot be resolved" in author.problems("\nSo it is {claim}`A99`.\n")


def test_facts_that_nobody_looked_at_for_long_are_named(author: Author) -> None:
    (author.module / "page.md").write_text("WhatsApp {claim}`P42` and {claim}`P38`")
    day = date(2026, 11, 23)
    assert list(outdated(author.module, day)) == [
        "page cites P42, whose evidence is older than 180 days: look again."
    ]
