"""Module m03, decide: situations, refusals, and a policy for a week. Everything may be read.

The forms are plain values that a check reads; the week is run again here, from these values.
"""

from __future__ import annotations

from typing import Any

from sendwell.checks.forms import refuse, text_of
from sendwell.checks.learner import Learner, NotWritten
from sendwell.checks.suite import Suite
from sendwell.shop.form import Answer, read_form
from sendwell.shop.people import DEADLINE, RELEASED, Stop, events
from sendwell.shop.policy import HOUR, MINUTE, NAMES, SECOND, Policy, PolicyError, read_policy
from sendwell.shop.refusals import REFUSALS, Decision, Refusal, read_refusals
from sendwell.shop.simulation import run_week
from sendwell.shop.situations import SITUATIONS, Situation
from sendwell.shop.view import length, moment, seconds
from sendwell.shop.week import Send, Week

situations = Suite("pacing.situations", by_line=True)


def _add(number: int, situation: Situation) -> None:
    @situations.check(situation.title, points=1, hints=situation.hints)
    def _decision(learner: Learner) -> None:
        given = read_form(text_of(learner, "situations"), len(SITUATIONS))[number]
        if not isinstance(given, Answer):
            refuse(given)
        why = situation.feedback(given)
        assert not why, f'You answered "{given}". {why}'


for _number, _situation in enumerate(SITUATIONS, 1):
    _add(_number, _situation)


refusals = Suite("pacing.refusals", by_line=True)


def _add_refusal(refusal: Refusal) -> None:
    @refusals.check(refusal.title, points=1, hints=refusal.hints)
    def _decision(learner: Learner) -> None:
        given = read_refusals(text_of(learner, "refusals"))[refusal.code]
        if not isinstance(given, Decision):
            refuse(given)
        why = refusal.feedback(given)
        assert not why, f'You answered "{given}". {why}'


for _refusal in REFUSALS:
    _add_refusal(_refusal)


policy = Suite("pacing.policy", by_line=True)

#: What the goals in the notebook say.
_GAP = 6 * SECOND
_PROMPT = 30 * MINUTE


def _week(learner: Learner, *needed: str) -> tuple[Policy, Week]:
    """Run the learner's policy; what is blank and not needed here stands at a careful value.

    Raises NotWritten if something needed is blank, AssertionError if it cannot be read.
    """
    names: dict[str, Any] = {}
    for name in NAMES:
        try:
            names[name] = getattr(learner, name)
        except NotWritten:
            continue
    try:
        chosen = read_policy(names, needed)
    except PolicyError as error:
        if error.blank == error.problems.keys():
            raise NotWritten(str(error)) from None
        raise AssertionError(str(error)) from None
    return chosen, run_week(chosen)


def _when(send: Send) -> str:
    return f"On {moment(send.time, send.person.ahead)}"


@policy.check(
    "only people who asked get offers",
    points=2,
    hints=(
        "Look at write_offers_to.",
        "Who on the list said yes to offers from this shop?",
        'write_offers_to = "people who asked"',
    ),
)
def _asked(learner: Learner) -> None:
    _, week = _week(learner, "write_offers_to")
    if not week.unasked:
        return
    send = week.unasked[0]
    who = {
        "bought": "is on a list that somebody sold to the shop",
        "customer": "gave a number for a parcel, and for nothing else",
    }[send.person.group]
    raise AssertionError(
        f"{_when(send)} an offer went to {send.person.name}, who {who}. {len(week.unasked)} offers "
        "went to people who never asked. However well they are paced, each of these people gets "
        "advertising from a shop that they did not invite."
    )


@policy.check(
    "after a stop, no more offers: not even those in the queue",
    points=1,
    hints=(
        "Look at no_offers_after_a_stop.",
        "What happens to an offer that waits in the queue when its reader says stop?",
        'no_offers_after_a_stop = "at once"',
    ),
)
def _stop(learner: Learner) -> None:
    _, week = _week(learner, "no_offers_after_a_stop")
    if not week.after_stop:
        return
    send = week.after_stop[0]
    said = next(e for e in events() if isinstance(e, Stop) and e.person == send.person.number)
    queued = RELEASED[send.offer] < said.time
    raise AssertionError(
        f"{send.person.name} said stop on {moment(said.time)}. {_when(send)} an offer left all the "
        f"same{', because it was in the queue already' if queued else ''}. This happened "
        f"{_times(week.after_stop)}. A stop counts from the moment at which it arrives."
    )


@policy.check(
    "two messages to one person are at least 6 s apart",
    points=1,
    hints=(
        "Look at seconds_between_messages.",
        "An answer of three parts is three messages to one person.",
        "Any number from 6 on keeps the pace; the goals say what happens if it is very large.",
    ),
)
def _pair(learner: Learner) -> None:
    _, week = _week(learner, "seconds_between_messages")
    if week.quickest is None or week.quickest[0] >= _GAP:
        return
    gap, send = week.quickest
    refused = sum(some.refused == "pair" for some in week.sends)
    borrowed = (
        f"The platform refused {refused} as too fast for one person."
        if refused
        else "The platform let it pass, as borrowed from the seconds to come; the shop has no need "
        "to borrow."
    )
    raise AssertionError(
        f"{_when(send)} {send.person.name} got a message {seconds(gap)} s after the one before. "
        f"{borrowed}"
    )


@policy.check(
    "the platform never says: too many people in 24 hours",
    points=1,
    hints=(
        "Look at most_people_a_day and a_day_means, and at the column of refusals.",
        "The limit is 250 people in any 24 hours. Does your day move, or start at midnight?",
        'At most 250, with a_day_means = "the last 24 hours"',
    ),
)
def _people(learner: Learner) -> None:
    chosen, week = _week(learner, "most_people_a_day", "a_day_means")
    refused = [send for send in week.refused if send.refused == "people"]
    if not refused:
        return
    why = (
        "A calendar day starts anew at midnight; the 24 hours of the platform move with the clock "
        "and still hold yesterday's people."
        if chosen.count_over == "calendar"
        else "The limit is 250 different people in any 24 hours."
    )
    raise AssertionError(
        f"{_when(refused[0])} the platform refused the offer to {refused[0].person.name}: too many "
        f"people in 24 hours. It said so {_times(refused)}. {why}"
    )


@policy.check(
    "no offer between 21:00 and 08:00 where the person lives",
    points=1,
    hints=(
        "Look at quiet_from, quiet_until and quiet_clock.",
        "When it is afternoon in London, it is night in Perth.",
        'Quiet from "21:00" or earlier until "08:00" or later, "where the customer is"',
    ),
)
def _night(learner: Learner) -> None:
    chosen, week = _week(learner, "quiet_from", "quiet_until", "quiet_clock")
    if not week.at_night:
        return
    send = week.at_night[0]
    why = ""
    if chosen.quiet_from < chosen.quiet_until:
        why = "Are quiet_from and quiet_until the wrong way round? The quiet begins in the evening."
    elif chosen.quiet_where == "shop" and send.person.ahead:
        why = "The quiet hours went by the clock in London, and the person lives in Perth."
    raise AssertionError(
        f"{_when(send)} an offer reached {send.person.name}. Offers reached people at night "
        f"{_times(week.at_night)}. {why}".strip()
    )


@policy.check(
    "every question is answered in full within 30 minutes",
    points=1,
    hints=(
        "Look at answer_questions, and at seconds_between_messages.",
        "One customer asks for 60 pictures. How long does that take at your pace?",
        'Answer "before the offers", with at most 30 s between messages',
    ),
)
def _prompt(learner: Learner) -> None:
    chosen, week = _week(learner, "answer_questions", "seconds_between_messages")
    late = [a for a in week.answered if a.took is None or a.took > _PROMPT]
    if not late:
        return
    worst = next((a for a in late if a.took is None), late[0])
    took = (
        "got no full answer: the customer service window had closed before it was complete"
        if worst.took is None
        else f"had the full answer after {length(worst.took)}"
    )
    why = (
        "The question waited behind the offers. Somebody who asks is waiting; an offer is not."
        if chosen.answers != "before" and chosen.gap <= 30 * SECOND
        else "So many seconds between messages make an answer of many parts very long."
    )
    raise AssertionError(
        f"{worst.person.name} asked on {moment(worst.time)} and {took}. Too late or never: "
        f"{len(late)} of {len(week.answered)} questions. {why}"
    )


@policy.check(
    "both offers reach everyone who asked by Friday at 18:00",
    points=1,
    hints=(
        "Look at the column of offers waiting at midnight, and at the sentence under the table.",
        "Careful is not the same as slow. Which of your values holds the offers back?",
        "Raise most_people_a_day, up to 250, or let the quiet hours be shorter.",
    ),
)
def _out(learner: Learner) -> None:
    chosen, week = _week(learner, *NAMES)
    missing = len(week.due - week.served)
    if not missing:
        return
    quiet = (chosen.quiet_until - chosen.quiet_from) % (24 * HOUR)
    if chosen.audience != "asked":
        why = "Places in the limit went to people who never asked."
    elif chosen.most_people < 200:
        why = (
            f"With {chosen.most_people} people a day the queue is not empty in time. Keeping far "
            "below a limit does not make anybody happier; those who asked wait longer."
        )
    elif quiet > 13 * HOUR:
        why = f"Your quiet hours take {length(quiet)} of each day."
    else:
        why = "Look for the days on which many offers wait, and for what holds them back."
    raise AssertionError(
        f"{missing} of {len(week.due)} people who asked had not got both offers by "
        f"{moment(DEADLINE)}. {why}"
    )


def _times(sends: list[Send] | tuple[Send, ...]) -> str:
    return "once" if len(sends) == 1 else f"{len(sends)} times"
