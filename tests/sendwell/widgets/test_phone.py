"""The phone's rules, its text twins, and that the browser computes the same."""

import base64
import json
import random
import re
import xml.etree.ElementTree as ET
from dataclasses import asdict
from pathlib import Path

import pytest

import sendwell.widgets.phone as module
from sendwell.checks.answers import AnswerInUse, withheld
from sendwell.claims.registry import claim
from sendwell.widgets import Phone
from sendwell.widgets.phone_rules import FIVE, choices, state
from sendwell.widgets.phone_strings import CHATS, EN
from tests.sendwell.widgets.javascript import computed

SCRIPT = Path(module.__file__).with_name("phone.js")
DIRECT, GROUP = CHATS["en"]["direct"], CHATS["en"]["group"]


def random_steps(rng, chat):
    steps = []
    for _ in range(rng.randint(0, 6)):
        steps.append(rng.choice(choices(CHATS["en"][chat], steps) or ["-"]))
    return [step for step in steps if step != "-"]


WALKS = [
    (chat, random_steps(random.Random(seed), chat))
    for seed in range(150)
    for chat in ("direct", "group")
]


# What leaves the phone


def test_five_is_the_published_number():
    assert claim("P10").figures[0].value == FIVE


@pytest.mark.parametrize(
    ("steps", "sent"),
    [
        ([], ()),
        (["block"], ()),
        (["report"], (4, 5, 7, 8, 9)),  # 2 and 6 are one's own
        (["report_message:4"], (1, 3, 4)),  # nothing that came after it
        (["report_message:9"], (4, 5, 7, 8, 9)),
        (["delete_message:9", "report"], (3, 4, 5, 7, 8)),
        (["delete", "report"], ()),
        (["report", "delete"], (4, 5, 7, 8, 9)),
        (["report_message:3", "report"], (1, 3, 4, 5, 7, 8, 9)),
    ],
)
def test_the_last_five_received_that_are_still_there_are_sent(steps, sent):
    assert state(DIRECT, steps).sent == sent


def test_deleting_first_destroys_and_leaves_an_empty_report():
    now = state(DIRECT, ["delete", "report"])
    assert (now.here, len(now.lost), now.empty) == ((), 9, True)


def test_deleting_after_a_report_destroys_only_what_was_not_sent():
    now = state(DIRECT, ["report", "delete"])
    assert (now.here, now.lost, now.empty) == ((), (1, 2, 3, 6), False)


def test_reporting_a_group_leaves_it_and_a_chat_does_not():
    assert state(GROUP, ["report"]).left
    assert not state(GROUP, ["report_message:3"]).left
    assert not state(DIRECT, ["report"]).left


def test_menus_hold_what_can_still_be_done():
    assert choices(DIRECT, [])[:3] == ["report", "block", "delete"]
    assert choices(DIRECT, ["block", "delete"]) == ["report"]
    assert "block" not in choices(GROUP, [])
    assert "report_message:2" not in choices(GROUP, [])
    assert not any(step.startswith("report") for step in choices(GROUP, ["report"]))


# The twins


def test_the_other_side_hears_nothing_of_a_report():
    told = dict(Phone(actions=["report"]).told())
    assert told["Rui"] == EN["told.them.report"]
    assert "5 messages" in told["WhatsApp"]


def test_a_report_after_deleting_brings_no_message():
    told = dict(Phone(actions=["delete", "report"]).told())
    assert told["WhatsApp"] == EN["told.whatsapp.bare"]


def test_nobody_is_told_before_a_step():
    assert {said for _, said in Phone().told()} == {"Nothing."}


def test_a_block_sends_no_message():
    phone = Phone(actions=["block"])
    assert "Left the phone: no message." in phone.sentence()
    assert "no message goes with a block" in dict(phone.told())["WhatsApp"]


def test_the_table_has_a_row_for_each_message():
    lines = Phone(actions=["report", "delete"]).table().splitlines()
    assert len(lines) == 2 + 9
    assert lines[2].endswith("| no | no | You have none, and no report of yours holds it. |")
    assert lines[-1].endswith("| yes | no | WhatsApp has a copy; you have none to show. |")


def test_without_a_widget_there_are_a_picture_a_table_and_a_sentence():
    phone = Phone("group", "iphone", ["report"])
    data, _ = phone._repr_mimebundle_()
    assert data["text/plain"] == phone.sentence()
    encoded = re.search(r"data:image/svg\+xml;base64,([^\"]+)", data["text/html"])[1]
    root = ET.fromstring(base64.b64decode(encoded).decode())
    assert "Flats in Northbridge" in "".join(root.itertext())
    assert data["text/html"].count("<tr>") == 1 + 7


def test_numbers_are_from_the_range_kept_for_fiction():
    numbers = re.findall(r"\+[\d ]{9,}", json.dumps(CHATS))
    assert numbers
    assert all(re.fullmatch(r"\+44 7700 900\d{3}", number) for number in numbers)


# The widget


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"platform": "nokia"}, "platform must be 'android' or 'iphone'; it is 'nokia'."),
        ({"chat": "x"}, "chat must be 'direct' or 'group'; it is 'x'."),
        ({"actions": "report"}, "actions must be a list of texts; it is 'report'."),
        ({"actions": ["delete", "report_message:1"]}, "Step 2, 'report_message:1', is not"),
    ],
)
def test_wrong_values_are_named(arguments, said):
    with pytest.raises(ValueError, match=r"must be|is not") as raised:
        Phone(**arguments)
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize("steps", [["report", "block"], ["report"]])
def test_a_new_chat_starts_without_steps(steps):
    phone = Phone(actions=steps)
    phone.chat = "group"
    assert phone.actions == []


def test_the_browser_may_change_chat_and_steps_at_once():
    phone = Phone(actions=["report", "block"])
    phone.set_state({"actions": [], "chat": "group"})
    assert (phone.chat, phone.actions) == ("group", [])


def test_repr_makes_an_equal_phone():
    phone = Phone("group", "iphone", ["report"])
    assert repr(eval(repr(phone))) == repr(phone)


def test_the_rules_do_not_answer_an_exercise():
    with withheld("reporting.report_package"), pytest.raises(AnswerInUse):
        state(DIRECT, ["report"])


# The browser


def test_javascript_agrees_with_python(tmp_path):
    walked = computed(
        SCRIPT,
        """
        import { readFileSync } from "node:fs";
        import * as p from "./script.mjs";
        const { strings, chats, walks } = JSON.parse(readFileSync(0, "utf8"));
        console.log(JSON.stringify(walks.map(([name, actions]) => {
          const all = { strings, chat: chats[name], actions };
          return [p.state(all.chat, actions), p.choices(all.chat, actions), p.sentence(all),
            p.told(all), p.rows(all)];
        })));
        """,
        {"strings": EN, "chats": CHATS["en"], "walks": WALKS},
        tmp_path,
    )
    for (name, steps), found in zip(WALKS, walked, strict=True):
        phone, chat = Phone(name, actions=steps), CHATS["en"][name]
        wanted = [
            asdict(state(chat, steps)),
            choices(chat, steps),
            phone.sentence(),
            phone.told(),
            phone._rows(),
        ]
        assert found == json.loads(json.dumps(wanted)), (name, steps)
