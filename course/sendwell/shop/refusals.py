"""The platform's refusals in the decide notebook: what to do after each, and for whom.

The notebook prints what the codes mean (claims P47 and P48); here stand the decisions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from sendwell.shop import strings
from sendwell.shop.form import Problem, read_lines, tidy

Action = Literal["retry", "wait", "stop"]
Scope = Literal["person", "country", "everyone"]
Key = TypeVar("Key", bound=str)

DAY = 86_400_000
#: The length of a wait, "24 h", as the form before this one asks for it.
_LENGTH = re.compile(
    rf"(?<={strings.WAIT} )(?:for )?(\d+(?:\.\d+)?) ?({'|'.join(strings.UNITS_TO_A_DAY)})\b"
)

_ACTIONS: tuple[Action, ...] = ("retry", "wait", "stop")
_SCOPES: tuple[Scope, ...] = ("person", "country", "everyone")


@dataclass(frozen=True)
class Decision:
    """What is done after a refusal, and who is held back by it."""

    action: Action
    scope: Scope

    def __str__(self) -> str:
        return f"{strings.ACTION_NAMES[self.action]}, {strings.SCOPE_NAMES[self.scope]}"


_STOP_PERSON = Decision("stop", "person")
_STOP_EVERYONE = Decision("stop", "everyone")


@dataclass(frozen=True)
class Refusal:
    """One error code.

    ``right`` are the decisions that are right, the best first. ``action`` says why another action
    is wrong, ``scope`` why another scope is; a wrong action is told first.
    """

    code: int
    title: str
    right: tuple[Decision, ...]
    hints: tuple[str, str, str]
    action: Mapping[Action, str]
    scope: Mapping[Scope, str]

    def feedback(self, given: Decision) -> str:
        """Why ``given`` is wrong, in a sentence or two; "" if it is right."""
        if given in self.right:
            return ""
        if given.action not in {decision.action for decision in self.right}:
            return self.action[given.action]
        return f"{strings.REFUSAL_HALF} {self.scope[given.scope]}"


def read_refusals(text: str) -> Mapping[int, Decision | Problem]:
    r"""Return the decision for each code, or what is wrong with its line.

    >>> read_refusals("131056. Retry for this person")[131056]
    Decision(action='retry', scope='person')
    """
    return read_lines(text, [refusal.code for refusal in REFUSALS], _read, strings.REFUSAL_EXAMPLE)


def _read(number: int, text: str) -> Decision | Problem:
    told = {
        "number": number,
        "text": text[:60],
        "forms": strings.REFUSAL_FORMS.format(number=number, example=strings.REFUSAL_EXAMPLE),
    }
    plain = re.sub(r"[,;:/()'\"\-\u2013\u2014]", " ", tidy(text))
    plain = re.sub(r"\s+", " ", plain).strip()
    for amount, unit in _LENGTH.findall(plain):
        if float(amount) * strings.UNITS_TO_A_DAY[unit] < DAY:
            return Problem(strings.REFUSAL_SHORT.format(**told))
    plain = _LENGTH.sub("", plain)
    actions, rest = _take(plain, _ACTIONS, strings.ACTIONS)
    scopes, rest = _take(rest, _SCOPES, strings.SCOPES)
    for word in strings.JOINS:
        rest = re.sub(rf"\b{word}\b", " ", rest)
    if len(actions) > 1 or len(scopes) > 1:
        return Problem(strings.REFUSAL_SEVERAL.format(**told))
    if rest.strip() or not (actions or scopes):
        return Problem(strings.REFUSAL_UNREADABLE.format(**told))
    if not scopes:
        return Problem(strings.REFUSAL_NO_SCOPE.format(**told))
    if not actions:
        return Problem(strings.REFUSAL_NO_ACTION.format(**told))
    return Decision(actions.pop(), scopes.pop())


def _take(
    text: str, keys: tuple[Key, ...], words: Mapping[str, frozenset[str]]
) -> tuple[set[Key], str]:
    """Those of ``keys`` whose words stand in ``text``, and what is left of it."""
    found: set[Key] = set()
    spelled = ((word, key) for key in keys for word in words[key])
    for word, key in sorted(spelled, key=lambda pair: (-len(pair[0]), pair[0])):
        text, times = re.subn(rf"\b{re.escape(word)}\b", " ", text)
        if times:
            found.add(key)
    return found, text


REFUSALS = (
    Refusal(
        131048,
        "131048: people blocked or flagged you too often",
        (_STOP_EVERYONE,),
        (
            "You met this code in row 11 of the twelve situations.",
            "Is this about speed? And did Mia alone cause it?",
            "Many people blocked or flagged the shop. Time does not undo that.",
        ),
        {
            "retry": "This limit is not about speed. Each further try can bring one more block, "
            "and that is what the limit is made of.",
            "wait": "Time passes, and the reason stays: people do not want these messages. "
            "Somebody has to find out why before the next offer leaves.",
        },
        {
            "person": "Mia may be glad to hear from you. The limit comes from what many people "
            "did, so going on with the next in the queue makes it worse.",
            "country": "The code names no country. People blocked and flagged the shop, wherever "
            "they live.",
        },
    ),
    Refusal(
        131049,
        "131049: enough marketing for this person",
        (Decision("wait", "person"), _STOP_PERSON),
        (
            "What kind of limit is this: a pace, or an amount for each person?",
            "Look at what wait means in the table of words, and at whose limit it is.",
            "The limit is Mia's own, and a day has to pass.",
        ),
        {
            "retry": "Seconds or minutes change nothing: at least a day has to pass. The platform "
            "holds the offer back because Mia got enough marketing lately.",
        },
        {
            "everyone": "The limit is counted for each person. What is enough for Mia says "
            "nothing about the others who asked.",
            "country": "The limit is counted for each person, and not for a country.",
        },
    ),
    Refusal(
        131056,
        "131056: too fast for one pair",
        (Decision("retry", "person"),),
        (
            "Read the meaning once more: a pair, and a rate.",
            "A rate is a pace. How long does it take until there is room again?",
            "The pair is the shop and Mia. Everybody else can still be written to.",
        ),
        {
            "wait": "That is far longer than needed. A pace is a matter of seconds: the program "
            "tries again by itself, a little later each time.",
            "stop": "Nothing is wrong with the message. It came too soon after the last one to "
            "the same person, and that passes within seconds.",
        },
        {
            "everyone": "The pair is the shop and Mia. Messages to all others can go on, and those "
            "people are waiting.",
            "country": "A pair is two: the shop and Mia. Her neighbours are not part of it.",
        },
    ),
    Refusal(
        131031,
        "131031: the account is locked",
        (_STOP_EVERYONE,),
        (
            "Whose account is it?",
            "Could any message leave from a locked account, to anybody?",
            "The platform decided this. A person reads its notice, and may ask for a review.",
        ),
        {
            "retry": "The account stays locked, however often the program knocks. A person has to "
            "read the notice and, if it is wrong, ask for a review.",
            "wait": "A lock has no end that is known. A person has to read the notice and, if it "
            "is wrong, ask for a review.",
        },
        {
            "person": "It is your own account that is locked, not Mia's. The next message meets "
            "the same lock.",
            "country": "It is your own account that is locked. That holds in every country.",
        },
    ),
    Refusal(
        368,
        "368: blocked for a while, for breaking a policy",
        (_STOP_EVERYONE,),
        (
            "The block has a cause. Is it speed?",
            "The block ends by itself. Does its cause?",
            "A policy was broken. A person reads which one before anything leaves.",
        ),
        {
            "retry": "A policy was broken, and trying again breaks nothing less. The block is "
            "not a pace.",
            "wait": "The block ends by itself, its cause does not. A program that only waits goes "
            "on as before, and the next block may be longer. A person reads which policy it was.",
        },
        {
            "person": "The policy was broken by the shop's account, so the block holds for "
            "everybody it writes to.",
            "country": "The code speaks of a policy, not of a country. The block is on the "
            "shop's account.",
        },
    ),
    Refusal(
        130497,
        "130497: not allowed in that country",
        (Decision("stop", "country"), _STOP_PERSON),
        (
            "Does time change it?",
            "Mia lives there. Who else does?",
            "It is a rule about a country: neither Mia nor a second try can change it.",
        ),
        {
            "retry": "It is a rule, not a pace. The second try meets the same rule.",
            "wait": "Nothing says that this rule ends tomorrow. A person finds out what it asks.",
        },
        {
            "everyone": "The code is about one country. People elsewhere who asked can still be "
            "written to.",
        },
    ),
    Refusal(
        131026,
        "131026: this message cannot be delivered",
        (_STOP_PERSON,),
        (
            "Does the code say why?",
            "You do not know that time mends it. What does the last rule above say then?",
            "What you do not know is no reason to try again. One message to one person failed.",
        ),
        {
            "retry": "The code does not say why, so nothing says that the next try is different. "
            "A person looks whether the number is right.",
            "wait": "The code does not say why, so nothing says that tomorrow is different. "
            "A person looks whether the number is right.",
        },
        {
            "everyone": "One message to one person could not be delivered. It says nothing about "
            "the others.",
            "country": "The code names no country: one message to one person could not be "
            "delivered.",
        },
    ),
    Refusal(
        131050,
        "131050: this person opted out of marketing",
        (_STOP_PERSON,),
        (
            "What did Mia do?",
            "It is her decision. What is the earliest day on which an offer may go again?",
            "It is a stop, as Chloe's was. It holds for Mia, until she asks again.",
        ),
        {
            "retry": "This is a stop, said on her phone instead of in the chat. Nobody asks a "
            "second time.",
            "wait": "A stop does not run out. Mia hears of offers again when she asks for them.",
        },
        {
            "everyone": "Mia decided for herself. The others who asked still want to hear from "
            "you.",
            "country": "Mia decided for herself, not for her country.",
        },
    ),
)
