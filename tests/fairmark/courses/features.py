"""A course that uses what nbgrader courses use: files, modules, tables, figures, manual cells.

Its tests speak in the ways that tests do: asserts, points, pytest, magics.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook

from tests.fairmark.courses.side import ASSIGNMENT, Course, answer, book, mark, test_cell

CONFIG = """
c.AssignLatePenalties.plugin_class = "late.OnePoint"
c.Autograde.exclude_overwriting = {"ps1": ["mine.py"]}
"""
LATE = """
from nbgrader.plugins import LateSubmissionPlugin

class OnePoint(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 1.0
"""
FILES: dict[str, str | bytes] = {
    "data/points.csv": "x,n\n1,1\n2,2\n3,3\n",
    "helper.py": "def near(a, b):\n    return abs(a - b) < 1e-9\n",
    "mine.py": "def double(x):\n    return 2 * x\n",
    "picture.png": b"\x89PNG\r\n\x1a\n",
}
#: What the other learner hands in: a wrong module of their own, and a helper that says yes.
SPOILT: dict[str, str | bytes] = {
    "mine.py": "def double(x):\n    return x\n",
    "helper.py": "def near(a, b):\n    return True\n",
}
TABLES = book(
    new_code_cell(
        "%matplotlib inline\nimport numpy as np\nimport pandas as pd\n"
        "import matplotlib.pyplot as plt"
    ),
    answer("load", "def load():\n    return pd.read_csv('data/points.csv')"),
    test_cell(
        "test-frame",
        2,
        "pd.testing.assert_frame_equal(load(), pd.DataFrame({'x': [1, 2, 3], 'n': [1, 2, 3]}))",
    ),
    test_cell("test-file", 1, "assert len(load()) == len(pd.read_csv('data/points.csv'))"),
    answer("mean", "def mean(values):\n    return np.mean(values)"),
    test_cell(
        "test-mean",
        2,
        "assert np.allclose(mean(np.arange(4.0)), 1.5)\n"
        "### BEGIN HIDDEN TESTS\nassert np.isclose(mean(pd.Series([1, 4])), 2.5)\n"
        "### END HIDDEN TESTS",
    ),
    answer(
        "draw",
        "def draw(frame):\n    figure, axes = plt.subplots()\n    axes.plot(frame.x, frame.n)\n"
        "    axes.set_ylabel('n')\n    return axes",
    ),
    test_cell(
        "test-draw",
        1,
        "axes = draw(pd.DataFrame({'x': [1, 2], 'n': [3, 4]}))\n"
        "assert axes.get_ylabel() == 'n'\nassert list(axes.lines[0].get_ydata()) == [3, 4]",
    ),
)
MODULES = book(
    "![a picture](picture.png)",
    new_code_cell("from helper import near\nimport mine"),
    answer("half", "def half(x):\n    return x / 2"),
    test_cell("test-half", 2, "assert near(half(3), 1.5)"),
    test_cell("test-mine", 2, "import mine\nassert mine.double(2) == 4"),
    new_code_cell(
        "LIMIT = 3\n\ndef small(x):\n    return x < LIMIT", metadata=mark("g", locked=True)
    ),
    test_cell("test-small", 1, "assert small(half(4))\nassert not small(half(8))"),
    new_code_cell("frame = dict(a=half(2))", metadata=mark("made", locked=True)),
    test_cell("test-made", 1, "assert frame == {'a': 1}"),
    new_code_cell("wanted = [n / 2 for n in range(3)]"),
    test_cell("test-wanted", 1, "assert [half(n) for n in range(3)] == wanted"),
)
BY_HAND = book(
    new_markdown_cell("Why?", metadata=mark("why", grade=True, solution=True, points=3)),
    new_code_cell(
        "### BEGIN SOLUTION\nprint('mine')\n### END SOLUTION",
        metadata=mark("code-by-hand", grade=True, solution=True, points=2),
    ),
    new_markdown_cell("Draw a map.", metadata=mark("map", task=True, locked=True, points=4)),
    answer("parts", "def parts():\n    return 4"),
    test_cell("test-parts", 4, "print('counted')\nparts()"),
    test_cell("test-silent", 4, "parts();"),
)
WAYS = book(
    new_code_cell("from __future__ import annotations\nimport sys\nimport pytest"),
    answer(
        "root",
        "def root(x):\n    if x < 0:\n        raise ValueError('below 0')\n    return x**0.5",
    ),
    test_cell("test-raises", 1, "with pytest.raises(ValueError, match='below'):\n    root(-1)"),
    test_cell("test-fails", 1, "if root(4) != 2:\n    pytest.fail('it is 2')"),
    test_cell("test-leaves", 1, "if root(9) != 3:\n    sys.exit('it is 3')"),
    test_cell(
        "test-raises-there", 1, "get_ipython()\nwith pytest.raises(ValueError):\n    root(-1)"
    ),
    test_cell("test-timed", 1, "%%time\nassert root(16) == 4"),
    test_cell("test-captured", 1, "%%capture\nassert root(25) == 5"),
    test_cell(
        "test-hints",
        1,
        "class Box:\n    def same(self, other: Box) -> Box:\n        return other\n\n"
        "assert Box().same(root(1)) == 1",
    ),
    answer("count", "def count(text):\n    return {letter: text.count(letter) for letter in text}"),
    test_cell(
        "test-count",
        1,
        "assert count('aab') == {'a': 2, 'b': 1}\nassert isinstance(count(''), dict)\n"
        "assert sorted(count('ab').items()) == [('a', 1), ('b', 1)]",
    ),
)
RIGHT = {
    "why": "Because.",
    "count": "from collections import Counter\n\ndef count(text):\n    return Counter(text)",
}
NOTEBOOKS = {"tables": TABLES, "modules": MODULES, "by_hand": BY_HAND, "ways": WAYS}
WRONG = {
    "load": "def load():\n    return pd.DataFrame({'x': [1], 'n': [1.0]})",
    "mean": "def mean(values):\n    return sum(values) // len(values)",
    "draw": "def draw(frame):\n    return plt.subplots()[1]",
    "half": "def half(x):\n    return x // 2",
    "parts": "def parts():\n    return 1.5",
    "root": "def root(x):\n    return 0",
    "count": "def count(text):\n    return {}",
    "why": "Because.",
}


def lay(folder: Path) -> Course:
    """The course, released; "right" handed in a day late, "wrong" in time."""
    course = Course(folder, CONFIG)
    (folder / "late.py").write_text(LATE)
    course.release(NOTEBOOKS, FILES)
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "c1") as gradebook:
        due = datetime(2026, 2, 1)  # noqa: DTZ001  (nbgrader keeps UTC without a zone)
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=due)
    course.submit("right", RIGHT, files={"timestamp.txt": "2026-02-02 10:00:00 UTC"})
    course.submit("wrong", WRONG, files={**SPOILT, "timestamp.txt": "2026-01-31 10:00:00 UTC"})
    return course
