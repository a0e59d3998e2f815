"""The interview asks for every field, keeps half a case, and goes on where it was left."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sendwell import cli
from sendwell.appeals import (
    Case,
    CaseError,
    case_names,
    load_case,
    read_case,
    strings_case,
    write_case,
)
from sendwell.appeals.interview import (
    PARTS,
    SEVERAL,
    Interview,
    Question,
    answers_of,
    on_binder,
    resume,
)
from sendwell.appeals.terminal import converse

TODAY = "2026-11-24"


def typed(case: Case, parts: tuple[str, ...] = PARTS) -> list[str]:
    """What somebody types for these parts of a case: every question, one after another."""
    answers, interview, lines = answers_of(case), Interview({}), []

    def one(part: str, entry: dict[str, object]) -> None:
        asked = interview.questions(part, entry)
        lines.extend(question.show(entry[question.name]) or "-" for question in asked)

    for part in parts:
        if part in SEVERAL:
            for entry in answers[part]:
                lines.append("yes")
                one(part, entry)
            lines.append("no")
        else:
            one(part, answers if part in {"about", "lists"} else answers[part])
    return lines


def talk(interview: Interview, lines: list[str], folder: Path) -> tuple[bool, list[str]]:
    said: list[str] = []
    left = iter(lines)

    def ask(prompt: str) -> str:
        said.append(prompt)
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return converse(interview, TODAY, folder, ask, said.append), said


@pytest.mark.parametrize("name", case_names())
def test_a_case_typed_in_is_that_case(name: str, tmp_path: Path) -> None:
    case = load_case(name)
    finished, _ = talk(Interview({}, tmp_path / "a.json"), typed(case), tmp_path)
    assert finished
    assert read_case(tmp_path / "case.toml") == case


def test_left_in_any_part_it_goes_on_there(tmp_path: Path) -> None:
    case = load_case("clinic-lock")
    for count in range(len(PARTS)):
        file, folder = tmp_path / f"{count}.json", tmp_path / str(count)
        begun = [*typed(case, PARTS[:count]), "!"]
        assert talk(Interview({}, file), begun, folder)[0] is False
        kept = resume(file)
        assert kept.part == count
        assert talk(kept, typed(case, PARTS[count:]), folder)[0]
        assert read_case(folder / "case.toml") == case


def test_left_at_a_question_the_answers_before_it_are_kept(tmp_path: Path) -> None:
    lines = typed(load_case("tea-shop"))
    for stop in range(1, 7):
        file = tmp_path / f"{stop}.json"
        talk(Interview({}, file), lines[:stop], tmp_path)
        answers = resume(file).answers
        assert len({**answers, **answers.get("account", {})}.keys() - {"account"}) == stop


def test_a_wrong_answer_is_explained_and_asked_again(tmp_path: Path) -> None:
    lines = ["Mine", "perhaps", "yes", "Italy", "nine", "1", "07700", "+447700900123", "!"]
    _, said = talk(Interview({}, tmp_path / "a.json"), lines, tmp_path)
    text = "\n".join(said)
    assert "fictional is perhaps" in text or 'fictional is "perhaps"' in text
    assert 'kind is "nine". Write one of' in text
    assert "Write one phone number with its country code" in text
    kept = resume(tmp_path / "a.json")
    assert kept.answers["account"]["number"] == "+447700900123"


def test_back_help_and_empty_work_from_the_keyboard(tmp_path: Path) -> None:
    lines = ["One", "yes", "Italy", "<", "?", "Two", "", "-", "!"]
    _, said = talk(Interview({}, tmp_path / "a.json"), lines, tmp_path)
    kept = resume(tmp_path / "a.json").answers
    assert (kept["title"], kept["fictional"], kept["place"]) == ("Two", True, "")
    assert any("Enter keeps what stands in brackets" in one for one in said)


def test_only_the_business_platform_is_asked_for_its_administrator() -> None:
    interview = Interview({})
    keys = {one.key for one in interview.questions("account", {"kind": "personal"})}
    assert "account.admin" not in keys
    keys = {one.key for one in interview.questions("account", {"kind": "business platform"})}
    assert {"account.admin", "account.provider"} <= keys


def test_nothing_is_put_into_the_owners_mouth() -> None:
    filled = Interview({}).filled()
    assert filled["cause"]["sure"] == filled["cause"]["broke_rule"] == "unknown"
    assert filled["account"]["kind"] == filled["notice"]["where"] == ""
    with pytest.raises(CaseError, match="account: kind"):
        Interview({}).case()


def test_a_damaged_file_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    for text in ("{", "[]", '{"part": 1, "answers": {"sent": 3}}', '{"part": "x", "answers": {}}'):
        file.write_text(text)
        with pytest.raises(CaseError, match="half-finished"):
            resume(file)
        assert file.read_text() == text


def test_on_binder_only_an_invented_case_is_taken(tmp_path: Path) -> None:
    assert on_binder({"BINDER_SERVICE_HOST": "x"})
    assert not on_binder({"HOME": "x"})
    file = tmp_path / "answers.json"
    interview = Interview({}, file, binder=True)
    question = next(q for q in interview.questions("about") if q.key == "fictional")
    assert "only an invented case" in interview.answer(question, interview.answers, False)
    assert "fictional" not in interview.answers
    _, said = talk(interview, ["!"], tmp_path)
    assert "belongs to a stranger" in said[0]
    file.write_text('{"part": 0, "answers": {"fictional": false}}')
    with pytest.raises(CaseError, match="Delete the file"):
        resume(file, binder=True)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in os.environ if one.startswith("BINDER_")]:
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("environment")
def test_the_command_makes_papers_of_a_case_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "case.toml"
    file.write_text(write_case(replace(load_case("choir"), fictional=False)))
    arguments = ["appeal", str(tmp_path / "mine"), "--case", str(file), "--today", TODAY]
    assert cli.main(arguments) == 0
    assert (tmp_path / "mine" / "letter.md").exists()
    assert cli.main([*arguments[:-1], "tomorrow"]) == 2
    file.write_text("title = 3")
    assert cli.main(arguments) == 1
    assert "account is missing" in capsys.readouterr().err
    monkeypatch.setenv("BINDER_SERVICE_HOST", "x")
    file.write_text(write_case(replace(load_case("choir"), fictional=False)))
    assert cli.main(arguments) == 1
    assert "real one" in capsys.readouterr().err


def test_the_command_is_left_by_the_end_of_input_and_goes_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sendwell.cli", "appeal", str(tmp_path), "--today", TODAY]
    lines = typed(load_case("tea-shop"))
    first = subprocess.run(
        command, input="\n".join(lines[:9]), capture_output=True, text=True, check=False
    )
    assert first.returncode == 1
    assert "Everything is kept" in first.stdout
    again = subprocess.run(
        command, input="\n".join(lines[7:]), capture_output=True, text=True, check=False
    )
    assert again.returncode == 0, again.stdout
    assert read_case(tmp_path / "case.toml") == load_case("tea-shop")


def test_a_question_reads_numbers_words_and_lists() -> None:
    interview = Interview({})
    sent: dict[str, Question] = {q.name: q for q in interview.questions("sent")}
    assert sent["consent"].read("2") == "some asked"
    assert sent["consent"].read("Nobody Asked") == "nobody asked"
    assert sent["people"].read("12") == 12
    assert sent["people"].read("unknown") == "unknown"
    lists = {q.name: q for q in interview.questions("lists")}
    assert lists["others"].read(" Ana ; Ben;") == ["Ana", "Ben"]


def test_a_number_may_be_typed_as_people_write_it() -> None:
    (number,) = (q for q in Interview({}).questions("account") if q.name == "number")
    assert number.read("+44 (7700) 900-123") == "+447700900123"
    assert number.problem(number.read("+44 7700.900.123")) == ""
    assert number.problem(number.read("my number"))


def test_choices_say_what_they_mean_and_parts_what_belongs_into_them(tmp_path: Path) -> None:
    _, said = talk(Interview({}), typed(load_case("tea-shop")), tmp_path)
    assert "  5 ban: the account may not use WhatsApp" in said
    assert "  1 all asked" in said
    assert "What was sent to whom: one entry for each reason to write." in said
    assert "The one phone number, with its country code. Like this: +447700900123." in said
    assert "Begin with checklist.html" in said[-1]
    assert {prompt for prompt in said if prompt.endswith("> ")} >= {"> ", "[unknown] > "}


def test_what_a_choice_means_belongs_to_a_choice_that_there_is() -> None:
    interview = Interview({})
    asked = {q.key: q for part in PARTS for q in interview.questions(part, {"kind": "unknown"})}
    for key, means in strings_case.MEANS.items():
        assert set(means) <= set(asked[key].choices)
    everything = {**asked, "account.admin": None, "account.provider": None}
    assert set(strings_case.MORE) <= set(everything)


def test_the_command_says_what_it_can_do_and_which_file_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([]) == 2
    assert "appeal" in capsys.readouterr().out
    letter = tmp_path / "letter.md"
    assert cli.main(["review", str(letter), "choir"]) == 1
    assert capsys.readouterr().err == f"There is no file {letter}.\n"
    letter.write_text("Dear all")
    assert cli.main(["review", str(letter), "quire"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("There is no case file quire. Name the case.toml")
    assert "choir" in said
