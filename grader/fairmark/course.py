"""An nbgrader course directory, as its own configuration describes it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps import NbGrader
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from fairmark.broken import does_not_work
from fairmark.intake import read_submitted
from fairmark.judge.plan import Plan, make_plan
from fairmark.record.database import existing, file_of
from fairmark.record.errors import RecordError, in_plain_words

#: A helper file that learners hand in is taken up to this size, and so many of them; so many
#: bytes of all, and so many folders are looked into.
MOST_FILE_BYTES = 5 * 1024 * 1024
MOST_FILES = 50
MOST_FILES_BYTES = 20 * 1024 * 1024
MOST_FOLDERS = 200
#: Of so many files or notebooks that are left out it is said.
MOST_SAID = 5
#: The instructor's files that lie beside each submission may have so many bytes together.
MOST_GIVEN_BYTES = 32 * 1024 * 1024


class CourseError(Exception):
    """The course directory is not ready to be graded; one sentence says what to do."""


@dataclass(frozen=True)
class Submission:
    """What a student handed in: files by notebook name, and the text of timestamp.txt."""

    student: str
    notebooks: dict[str, Path]
    folder: Path
    timestamp: str


class Course:
    """Where things are in the course directory ``root``; nbgrader_config.py there is honoured."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        if not self.root.is_dir():
            raise CourseError(f"{root} is no folder.")
        self.config = _config(self.root)
        self.directory = CourseDirectory(config=self.config)
        if not self.config.CourseDirectory.get("root"):
            self.directory.root = str(self.root)

    @property
    def db_url(self) -> str:
        """The gradebook's address."""
        return str(self.directory.db_url)

    @property
    def lock_file(self) -> Path:
        """Beside the gradebook if it is a file, else in the course: who grades holds it."""
        file = file_of(make_url(self.db_url))
        return file.with_name(f".{file.name}.grading") if file else self.root / ".fairmark.grading"

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """The folder of one ``step`` ("source", "release", "submitted", ...)."""
        name = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(name, student, assignment))

    def plans(self, assignment: str) -> dict[str, Plan]:
        """The plan of each notebook of ``assignment``, by name.

        What is graded comes from the gradebook, as nbgrader saved it at release. Raises
        CourseError if the assignment was not released.
        """
        again = f"Run: nbgrader generate_assignment {assignment}"
        with self.gradebook(assignment) as gradebook:
            try:
                found = gradebook.find_assignment(assignment)
            except MissingEntry:
                known = ", ".join(sorted(a.name for a in gradebook.assignments)) or "none"
                raise CourseError(
                    f"The gradebook knows no assignment {assignment!r}; it knows {known}. {again}"
                ) from None
            sources = {
                notebook.name: {cell.name: cell.source for cell in notebook.source_cells}
                for notebook in found.notebooks
            }
        return {name: self._plan(assignment, name, cells) for name, cells in sources.items()}

    @contextmanager
    def gradebook(self, assignment: str = "") -> Iterator[Gradebook]:
        """nbgrader's gradebook; ``assignment`` is one that makes it when it is released.

        That there is none is a CourseError, and so is what its database says.
        """
        try:
            url = existing(self.db_url, assignment)  # nbgrader would make an empty one
        except RecordError as error:
            raise CourseError(str(error)) from error
        try:
            with Gradebook(self.db_url, self.directory.course_id) as gradebook:
                yield gradebook
        except SQLAlchemyError as error:
            plain = in_plain_words(error, f"The gradebook {url.database or url}")
            raise CourseError(str(plain)) from error

    def _plan(self, assignment: str, name: str, cells: dict[str, str]) -> Plan:
        copies = {}
        for step in ("release", "source"):
            path = self.folder(step, ".", assignment) / f"{name}.ipynb"
            if not path.is_file():
                raise CourseError(
                    f"{path} is missing. Run: nbgrader generate_assignment {assignment}"
                )
            copies[step] = read_own(path)
        kernel = copies["release"].metadata.get("kernelspec", {})
        language = str(kernel.get("language") or kernel.get("name") or "python")
        if not language.lower().startswith(("python", "ipython", "pyodide")):
            raise CourseError(
                f"{name} is written for the kernel {language!r}: fairmark grades Python only. "
                "Grade this assignment with stock nbgrader."
            )
        return make_plan(name, copies["release"], cells, copies["source"])

    def submissions(self, assignment: str, students: str = "*") -> Iterator[Submission]:
        """What was handed in for ``assignment`` by the students that the pattern fits."""
        pattern = self.folder("submitted", "STUDENT", assignment)
        above = Path(str(pattern).partition("STUDENT")[0])
        found = re.compile(re.escape(str(pattern)).replace("STUDENT", "([^/]+)"))
        for entry in sorted(above.iterdir()) if above.is_dir() else []:
            folder = Path(str(pattern).replace("STUDENT", entry.name))
            if not fnmatch(entry.name, students) or not folder.is_dir():
                continue
            if found.fullmatch(str(folder)):
                # A linked folder is somebody else's work.
                paths = [] if folder.is_symlink() else sorted(folder.glob("*.ipynb"))
                notebooks = {path.stem: path for path in paths if _is_text(path.name)}
                yield Submission(entry.name, notebooks, folder, _timestamp(folder))

    def expect_submissions(self, assignment: str, students: str = "*") -> None:
        """Raise CourseError if nobody whom the pattern fits has handed anything in."""
        if next(self.submissions(assignment, students), None) is None:
            wanted = self.folder("submitted", students, assignment)
            raise CourseError(f"Nobody handed anything in: no folder is called {wanted}.")

    def given_files(self, assignment: str) -> dict[str, bytes]:
        """The instructor's files beside the notebooks, by path; as nbgrader, from ``source``.

        Only those that were released too: a key or a plan that lies beside the author's copy is
        nothing for learners' code. Raises CourseError if they are too large to be laid beside every
        submission.
        """
        folder = self.folder("source", ".", assignment)
        released = self.folder("release", ".", assignment)
        files: dict[str, bytes] = {}
        for path in map(Path, find_all_files(str(folder), [*self.directory.ignore, "*.ipynb"])):
            name = path.relative_to(folder)
            if not (released / name).is_file():
                continue
            files[str(name)] = path.read_bytes()
            if sum(map(len, files.values())) > MOST_GIVEN_BYTES:
                raise CourseError(
                    f"The files in {folder} have more than {MOST_GIVEN_BYTES >> 20} MB: fairmark "
                    "cannot lay them beside every submission. Move what grading does not need "
                    "elsewhere, or name it in CourseDirectory.ignore."
                )
        return files

    def helper_files(
        self, assignment: str, submission: Submission, given: Mapping[str, bytes]
    ) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """What lies in the submission's folder: the learner's files, and those ``given`` over them.

        Files that ``Autograde.exclude_overwriting`` names are the learner's alone. With it a
        finding for each file of the learner's that was left out.
        """
        theirs = self.learners_files(assignment)
        ours = {name: data for name, data in given.items() if name not in theirs}
        files, left_out = _files(submission.folder, self.directory.ignore, ours)
        return files | ours, left_out

    def learners_files(self, assignment: str) -> frozenset[str]:
        """Files of the release that learners hand in anew (``Autograde.exclude_overwriting``)."""
        found = setting_of(self.config, "Autograde", "exclude_overwriting", default={})
        return frozenset(map(os.path.normpath, found.get(assignment, ())))


def read_own(path: Path) -> nbformat.NotebookNode:
    """A notebook of the instructor's. Raises CourseError if it is none."""
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise CourseError(
            f"{path} cannot be read as a notebook ({type(error).__name__}). Open it in Jupyter and "
            "save it again, or bring back an earlier copy."
        ) from error


def _config(root: Path) -> Config:
    """What nbgrader would read if it were started in ``root``.

    Raises CourseError where nbgrader goes on without what a broken file would have said.
    """
    before = Path.cwd()
    os.chdir(root)
    try:
        app = NbGrader()
        app.log.setLevel("ERROR")  # a course without a configuration file is a course
        app.raise_config_file_errors = True
        if str(root) not in sys.path:  # a plugin of the course's lies there, as nbgrader finds it
            sys.path.insert(0, str(root))
        app.load_config_file()
    except Exception as error:
        raise CourseError(
            f"{does_not_work(error, 'nbgrader_config.py')}. Put it right: nothing is graded by "
            "other settings than the course's."
        ) from error
    finally:
        os.chdir(before)
    return app.config


def _timestamp(folder: Path) -> str:
    try:
        data = read_submitted(folder / "timestamp.txt", 100)
    except OSError:
        data = None
    return (data or b"").decode("utf-8", "replace").strip()


def _files(
    folder: Path, ignored: Iterable[str], ours: Container[str]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Files in ``folder``, bounded in size and number, and findings on what was left out.

    Links are not followed. Nothing is said of what is ``ignored``, nor of files that are ``ours``.
    """
    found: dict[str, bytes] = {}
    left_out: list[str] = []
    left = MOST_FILES_BYTES

    def kept(names: Iterable[str]) -> list[str]:
        return sorted(n for n in names if not any(fnmatch(n, pattern) for pattern in ignored))

    walk = os.walk(folder)
    for base, folders, names in islice(walk, MOST_FOLDERS):
        folders[:] = [name for name in kept(folders) if not Path(base, name).is_symlink()]
        for name in kept(names):
            path = Path(base, name)
            inside = str(path.relative_to(folder))
            if path.suffix == ".ipynb" or name == "timestamp.txt" or inside in ours:
                continue
            if len(found) == MOST_FILES:
                left_out.append(_left_out(inside, f"comes after the {MOST_FILES} that are taken"))
                return found, tuple(left_out)
            data, problem = _look_into(path, inside, left)
            if data is None:
                if len(left_out) < MOST_SAID:
                    left_out.append(_left_out(inside, problem))
                continue
            left -= len(data)
            found[inside] = data
    if next(walk, None):
        left_out.append(f"there are over {MOST_FOLDERS} folders (the rest was left out)")
    return found, tuple(left_out)


def _look_into(path: Path, inside: str, left: int) -> tuple[bytes | None, str]:
    """A helper file's bytes, or None and why it is left out."""
    if not _is_text(inside):
        return None, "has a name that is not UTF-8"
    try:
        data = read_submitted(path, MOST_FILE_BYTES)
    except OSError as error:
        return None, f"cannot be read: {error.strerror}"
    if data is None:
        return None, "is no regular file"
    if len(data) > MOST_FILE_BYTES:
        return None, f"is larger than {MOST_FILE_BYTES >> 20} MB"
    if len(data) > left:
        return None, f"goes beyond the {MOST_FILES_BYTES >> 20} MB of all files"
    return data, ""


def _left_out(name: str, why: str) -> str:
    return f"the file {name[:80]!r} {why} (left out)"


def _is_text(name: str) -> bool:
    """Whether a file's name is one, and not bytes that are no UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def setting_of(config: Any, section: str, name: str, *, default: Any) -> Any:
    """One value of an nbgrader configuration."""
    found = config.get(section, {})
    return found.get(name, default) if found else default
