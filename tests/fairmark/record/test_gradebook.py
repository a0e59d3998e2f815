"""What the recorder writes, beside what nbgrader itself writes for the same points."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from nbgrader.apps.api import NbGraderAPI
from traitlets.config import Config

from fairmark.judge.cells import Judged
from fairmark.judge.notebook import Graded
from fairmark.record.errors import RecordError
from fairmark.record.gradebook import Recorder, late_plugin
from fairmark.record.notebooks import write_autograded
from tests.fairmark.record.small import (
    ASSIGNMENT,
    COURSE,
    LATE,
    NOTEBOOKS,
    ON_TIME,
    SmallCourse,
)

SQUARE = {"square": "def square(x):\n    return x * x"}
ALL = {**SQUARE, "plot": "plot = 2", "essay": "An answer."}
CUBE = {"square": "def square(x):\n    return x ** 3 if x > 3 else x * x"}
FULL = {"test-square": 2.0, "test-hidden": 3.0, "test-partial": 1.5}
ZERO = Config({"LateSubmissionPlugin": {"penalty_method": "zero"}})

#: student -> timestamp, and what they answered in each notebook that they handed in.
CLASS: dict[str, tuple[str | None, dict[str, dict[str, str]]]] = {
    "right": (ON_TIME, {"one": ALL, "two": ALL}),
    "answers_nothing": (ON_TIME, {"one": {}, "two": {}}),
    "wrong": (ON_TIME, {"one": CUBE, "two": ALL}),
    "leaves_one_out": (ON_TIME, {"one": ALL}),
    "late": (LATE, {"one": ALL, "two": SQUARE}),
    "late_and_leaves_out": (LATE, {"two": ALL}),
    "no_timestamp": (None, {"one": SQUARE, "two": {"essay": "words"}}),
}


def record_class(course: SmallCourse, recorder: Recorder, rows: dict[str, Any]) -> None:
    """Record the class with the points that nbgrader has found."""
    for student, (timestamp, answers) in CLASS.items():
        graded = [
            course.graded(
                name,
                given,
                {cell: row[0] for cell, row in rows[student][name]["grades"].items()},
            )
            for name, given in answers.items()
        ]
        recorder.record(student, graded, timestamp)


def grade_by_hand(course: SmallCourse, database: Path | None = None) -> None:
    """What a person does in formgrader."""
    with course.gradebook(database) as gradebook:
        for cell, score in (("essay", 4.0), ("test-hidden", 1.0)):
            grade = gradebook.find_grade(cell, "one", ASSIGNMENT, "right")
            grade.manual_score, grade.extra_credit = score, 0.5
            grade.needs_manual_grade = False
        comment = gradebook.find_comment("essay", "one", ASSIGNMENT, "right")
        comment.manual_comment = "Well said."
        task = gradebook.find_grade("task", "one", ASSIGNMENT, "right")
        task.manual_score, task.needs_manual_grade = 6.0, False
        gradebook.db.commit()


@pytest.fixture(scope="module")
def stock(course: SmallCourse) -> list[dict[str, Any]]:
    """nbgrader's own rows: after autograding, and again after a person has graded."""
    for student, (timestamp, answers) in CLASS.items():
        course.submit(student, timestamp, **answers)
    course.run("autograde", ASSIGNMENT)
    first = course.rows()
    grade_by_hand(course)
    course.run("autograde", ASSIGNMENT, "--force", "--student=right")  # the others stay as they are
    return [first, course.rows()]


@pytest.mark.nbgrader
def test_writes_what_nbgrader_writes(
    course: SmallCourse, database: Path, stock: list[dict[str, Any]]
) -> None:
    plugin = late_plugin(ZERO)
    with Recorder(course.url(database), COURSE, ASSIGNMENT, plugin=plugin) as recorder:
        record_class(course, recorder, stock[0])
        assert course.rows(database) == stock[0]
        grade_by_hand(course, database)
        record_class(course, recorder, stock[1])
    assert course.rows(database) == stock[1]
    assert stock[0]["right"]["one"]["grades"]["test-partial"][0] == 1.5
    assert stock[0]["late"]["one"]["penalty"] == 6.5
    assert stock[1]["right"]["one"]["grades"]["essay"] == (None, 4.0, True, 4.5)


@pytest.mark.nbgrader
def test_formgrader_reads_it(course: SmallCourse, database: Path, recorder: Recorder) -> None:
    graded = course.graded("one", ALL, FULL)
    recorder.record("ada", [graded])
    write_autograded(course.folder / "autograded" / "ada" / ASSIGNMENT / "one.ipynb", graded)
    config = Config(
        {
            "CourseDirectory": {
                "root": str(course.folder),
                "course_id": COURSE,
                "db_url": course.url(database),
            }
        }
    )
    api = NbGraderAPI(config=config)
    submission = api.get_submission(ASSIGNMENT, "ada")
    assert submission["score"] == 6.5
    assert submission["needs_manual_grade"]
    names = {row["name"]: row for row in api.get_student_notebook_submissions("ada", ASSIGNMENT)}
    assert names.keys() == set(NOTEBOOKS)
    assert names["one"]["code_score"] == 6.5
    assert api.get_student("ada")["score"] == 6.5


def test_recording_again_changes_nothing(
    course: SmallCourse, database: Path, recorder: Recorder
) -> None:
    graded = [course.graded("one", ALL, FULL), course.graded("two", SQUARE, FULL)]
    first = recorder.record("ada", graded, ON_TIME)
    before = sqlite3.connect(database).iterdump()
    kept = list(before)
    assert recorder.record("ada", graded, ON_TIME) == first
    assert list(sqlite3.connect(database).iterdump()) == kept


def test_a_person_has_the_last_word(
    course: SmallCourse, database: Path, recorder: Recorder
) -> None:
    recorder.record("right", [course.graded("one", ALL, FULL)], ON_TIME)
    grade_by_hand(course, database)
    recorded = recorder.record("right", [course.graded("one", {}, {})], ON_TIME)
    one = recorded.notebooks["one"]
    assert one.manual_scores == {"essay": 4.0, "test-hidden": 1.0, "task": 6.0}
    assert one.scores["test-hidden"] == 1.5
    assert one.comments["essay"] == "Well said."
    assert {"essay", "test-hidden"} <= set(one.waiting)
    assert "task" not in one.waiting
    recorder.record("right", [], ON_TIME)
    grades = course.rows(database)["right"]["one"]["grades"]
    assert grades["essay"][:3] == (0.0, 4.0, False)
    assert recorded.score == course.rows(database)["right"]["score"]


def test_a_notebook_handed_in_later_is_read_by_a_person(
    course: SmallCourse, database: Path, recorder: Recorder
) -> None:
    recorder.record("ada", [], ON_TIME)
    assert course.rows(database)["ada"]["needs"] is False
    recorder.record("ada", [course.graded("one", ALL, FULL)], ON_TIME)
    grades = course.rows(database)["ada"]["one"]["grades"]
    assert grades["task"][:3] == (None, None, True)
    assert grades["essay"][:3] == (None, None, True)


def test_what_is_no_notebook_counts_nothing(
    course: SmallCourse, database: Path, recorder: Recorder
) -> None:
    recorder.record("ada", [Graded("one", None, ("is not a notebook: it is empty",), {})])
    rows = course.rows(database)["ada"]
    assert rows["score"] == 0
    assert all(row[0] == 0.0 and not row[2] for row in rows["one"]["grades"].values())


def test_a_report_counts_with_the_digits_that_nbgrader_reads(
    course: SmallCourse, database: Path, recorder: Recorder
) -> None:
    graded = course.graded("one", ALL, {**FULL, "test-square": 0.1 + 0.2})
    old = graded.judged["test-square"]
    graded.judged["test-square"] = Judged(
        old.grade_id,
        old.points,
        old.most,
        old.checks,
        (),
        report=object(),  # type: ignore[arg-type]
    )
    recorded = recorder.record("ada", [graded])
    assert recorded.notebooks["one"].scores["test-square"] == 0.3


def test_an_extension_is_granted(course: SmallCourse, database: Path) -> None:
    plugin = late_plugin(ZERO)
    graded = [course.graded("one", ALL, FULL)]
    with Recorder(course.url(database), COURSE, ASSIGNMENT, plugin=plugin) as recorder:
        late = recorder.record("ada", graded, LATE)
        assert (late.seconds_late, late.score) == (10, 0)
        with course.gradebook(database) as gradebook:
            gradebook.grant_extension(ASSIGNMENT, "ada", minutes=1)
        recorded = recorder.record("ada", graded, LATE)
    assert (recorded.seconds_late, recorded.score) == (0, 6.5)
    assert course.rows(database)["ada"]["one"]["penalty"] is None


class Odd:
    """A course's own plugin that gives whatever it was made with."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def late_submission_penalty(self, student: str, score: float, seconds: float) -> Any:
        return self.answer() if callable(self.answer) else self.answer


@pytest.mark.parametrize(("given", "taken"), [(-5, 0), (1_000, 6.5), (1.25, 1.25), (None, 0)])
def test_a_penalty_stays_between_nothing_and_the_score(
    course: SmallCourse, database: Path, given: Any, taken: float
) -> None:
    with Recorder(course.url(database), COURSE, ASSIGNMENT, plugin=Odd(given)) as recorder:
        recorded = recorder.record("ada", [course.graded("one", ALL, FULL)], LATE)
    assert recorded.notebooks["one"].late_penalty == taken


# --- what goes wrong ---


@pytest.mark.parametrize("answer", [float("nan"), lambda: 1 / 0, "much"])
def test_a_broken_penalty_leaves_nothing_behind(
    course: SmallCourse, database: Path, answer: Any
) -> None:
    with (
        Recorder(course.url(database), COURSE, ASSIGNMENT, plugin=Odd(answer)) as recorder,
        pytest.raises(RecordError, match="late penalty, Odd"),
    ):
        recorder.record("ada", [course.graded("one", ALL, FULL)], LATE)
    assert course.rows(database) == {}


def test_no_verdict_is_no_score(course: SmallCourse, database: Path, recorder: Recorder) -> None:
    graded = course.graded("one", ALL, FULL)
    del graded.judged["test-hidden"]
    with pytest.raises(RecordError, match="'test-hidden' has no verdict"):
        recorder.record("ada", [graded], ON_TIME)
    assert course.rows(database) == {}


@pytest.mark.parametrize("points", [float("nan"), float("inf"), -1.0, 2.01])
def test_impossible_points_are_refused(
    course: SmallCourse, recorder: Recorder, points: float
) -> None:
    graded = course.graded("one", ALL, {"test-square": points})
    with pytest.raises(RecordError, match="'test-square' got"):
        recorder.record("ada", [graded], ON_TIME)


def test_an_error_in_the_middle_rolls_all_back(
    course: SmallCourse, database: Path, recorder: Recorder
) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON comment WHEN (SELECT count(*) FROM comment) > 4 "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    connection.close()
    graded = [course.graded(name, ALL, FULL) for name in NOTEBOOKS]
    with pytest.raises(RecordError, match="the disk is full"):
        recorder.record("ada", graded, ON_TIME)
    for table in ("student", "submitted_assignment", "submitted_notebook", "grade", "comment"):
        connection = sqlite3.connect(database)
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        connection.close()
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TRIGGER full")
    connection.close()
    assert recorder.record("ada", graded, ON_TIME).score == 13


def test_a_locked_gradebook_is_one_sentence(
    course: SmallCourse, database: Path, recorder: Recorder
) -> None:
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match="another program is writing to it"):
        recorder.record("ada", [course.graded("one", ALL, FULL)], ON_TIME)
    other.execute("ROLLBACK")
    other.close()
    recorder.record("ada", [course.graded("one", ALL, FULL)], ON_TIME)


def test_two_recorders_take_turns(course: SmallCourse, database: Path, recorder: Recorder) -> None:
    graded = [course.graded("one", ALL, FULL)]
    with Recorder(course.url(database), COURSE, ASSIGNMENT) as second:
        for number in range(3):
            recorder.record(f"a{number}", graded, ON_TIME)
            second.record(f"b{number}", graded, ON_TIME)
            second.record("both", graded, ON_TIME)
            recorder.record("both", graded, ON_TIME)
    assert len(course.rows(database)) == 7


def test_a_read_only_gradebook_is_one_sentence(course: SmallCourse, database: Path) -> None:
    url = f"sqlite:///file:{database}?mode=ro&uri=true"
    with (
        pytest.raises(RecordError, match="it is read-only"),
        Recorder(url, COURSE, ASSIGNMENT) as recorder,
    ):
        recorder.record("ada", [course.graded("one", ALL, FULL)], ON_TIME)
    assert course.rows(database) == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "There is no gradebook"), (b"not a database, but a text." * 99, "not a database")],
)
def test_what_is_no_gradebook_is_not_opened(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "gradebook.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RecordError, match=said):
        Recorder(f"sqlite:///{path}", COURSE, ASSIGNMENT)
    assert path.exists() == (content is not None)


def test_an_unknown_assignment_is_one_sentence(course: SmallCourse, database: Path) -> None:
    with pytest.raises(RecordError, match="there is no assignment 'ps9'"):
        Recorder(course.url(database), COURSE, "ps9")


def test_an_address_that_is_none_is_one_sentence() -> None:
    with pytest.raises(RecordError, match="is no address of a gradebook"):
        Recorder("gradebook.db", COURSE, ASSIGNMENT)


def test_a_driver_that_is_missing_is_one_sentence() -> None:
    with pytest.raises(RecordError, match=r"cannot be opened|driver"):
        Recorder("oracle://nobody:secret@localhost/x", COURSE, ASSIGNMENT)


def test_an_unknown_notebook_is_one_sentence(course: SmallCourse, recorder: Recorder) -> None:
    graded = course.graded("one", ALL, FULL)
    three = Graded("three", graded.notebook, (), graded.judged)
    with pytest.raises(RecordError, match="has no notebook 'three'"):
        recorder.record("ada", [three])


def test_an_unknown_student_may_be_refused(course: SmallCourse, database: Path) -> None:
    with (
        Recorder(course.url(database), COURSE, ASSIGNMENT, create_students=False) as recorder,
        pytest.raises(RecordError, match="no student 'ada'"),
    ):
        recorder.record("ada", [course.graded("one", ALL, FULL)])


@pytest.mark.parametrize("text", ["yesterday or so", "9" * 400, "2026-13-45", "a b c"])
def test_a_timestamp_that_is_none_is_one_sentence(
    course: SmallCourse, recorder: Recorder, text: str
) -> None:
    with pytest.raises(RecordError, match="which is no time"):
        recorder.record("ada", [course.graded("one", ALL, FULL)], text)


def test_half_a_character_in_an_answer_is_an_answer(
    course: SmallCourse, recorder: Recorder
) -> None:
    graded = course.graded("one", ALL, FULL)
    assert graded.notebook is not None
    graded.notebook.cells[5].source = "plot = '\ud800'"
    assert "plot" in recorder.record("ada", [graded]).notebooks["one"].waiting


def test_a_duedate_is_not_needed(course: SmallCourse, database: Path) -> None:
    with course.gradebook(database) as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=None)
    with Recorder(course.url(database), COURSE, ASSIGNMENT, plugin=Odd(1)) as recorder:
        assert recorder.record("ada", [course.graded("one", ALL, FULL)], LATE).seconds_late == 0
