"""``plan(case, today)``: what to do, in which order, why, and where to ask once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sendwell.appeals import strings_plan as strings
from sendwell.appeals.case import Case, Evidence
from sendwell.appeals.dates import add_days, add_months, is_day, parts
from sendwell.checks.answers import answers
from sendwell.checks.values import record
from sendwell.claims import Status, claim

Channel = Literal[
    "app",
    "business support home",
    "administrator",
    "complaint",
    "wait",
    "read",
    "nothing",
    "closed",
    "too late",
]
Stance = Literal["acknowledge", "contest", "unknown"]

#: step -> the published facts that it rests on; without one it is the course's own advice.
CLAIMS: dict[str, tuple[str, ...]] = {
    "danger": ("P19",),
    "official app": ("P23",),
    "stop": ("P26",),
    "ask app": ("P20", "P21"),
    "ask support home": ("P60", "P62"),
    "ask administrator": ("P62", "P60"),
    "ask complaint": ("P66", "P69"),
    "wait timer": ("P23", "P24"),
    "wait answer": ("P21",),
    "closed": ("P21",),
    "too late": ("P60",),
    "answer": ("A02", "P61"),
    "lawyer": ("P71",),
    "return": ("P26", "P35"),
}
_ASKING: dict[str, str] = {
    "app": "ask app",
    "business support home": "ask support home",
    "administrator": "ask administrator",
    "complaint": "ask complaint",
    "nothing": "nothing to ask",
    "read": "plan again",
    "closed": "closed",
    "too late": "too late",
}
_OPEN = frozenset({"app", "business support home", "administrator", "complaint"})


@record
@dataclass(frozen=True)
class Step:
    """One thing to do.

    ``due`` is "at once", "before writing", a day, or "" if nothing presses. ``claims`` are the ids
    of the facts that it rests on, ``as_of`` the day of the first of them ("" if it has none).
    """

    id: str
    do: str
    why: str
    due: str
    claims: tuple[str, ...]
    as_of: str


@record
@dataclass(frozen=True)
class Plan:
    """What to do about a case, in order.

    ``before`` holds the ids of the steps that must be done before anything is written; ``request``
    is the one sentence to ask for ("" where nothing is to be asked).
    """

    today: str
    channel: Channel
    stance: Stance
    steps: tuple[Step, ...]
    before: tuple[str, ...]
    request: str
    never: tuple[str, ...]
    promise: str

    @property
    def ready(self) -> bool:
        """Whether a request can be written now: there is a place, and nothing comes before."""
        return self.channel in _OPEN and not self.before


@answers("appealing.plan_appeal", "appealing.evidence_gaps")
def plan(case: Case, today: str) -> Plan:
    """The plan for a case on ``today`` (2026-11-14). Raises ValueError if that is no day."""
    if not is_day(today):
        raise ValueError(f"today is {today!r}; write a day such as 2026-11-14.")
    channel = channel_of(case, today)
    ids = [*_before(case, channel), _asking(case, channel), *_after(case, channel)]
    before = tuple(one for one in _before(case, channel) if channel in _OPEN)
    return Plan(
        today=today[:10],
        channel=channel,
        stance=stance_of(case),
        steps=tuple(_step(one, case, today) for one in ids),
        before=before,
        request=strings.REQUESTS.get(channel, ""),
        never=strings.NEVER,
        promise=strings.NO_PROMISE,
    )


def stance_of(case: Case) -> Stance:
    """What the letter says about the cause: one thing, never two.

    A case that contradicts itself has no stance yet: "unknown".
    """
    if conflicts_in(case):
        return "unknown"
    if case.cause.broke_rule == "no":
        return "contest"
    if case.cause.broke_rule == "yes" and case.cause.sure == "known":
        return "acknowledge"
    return "unknown"


def conflicts_in(case: Case) -> tuple[str, ...]:
    """What does not fit together in a case, as clauses."""
    return tuple(_conflicts(case))


@answers("appealing.plan_appeal")
def channel_of(case: Case, today: str) -> Channel:
    """The one right place to ask, or why there is none."""
    answered = last_answer(case)
    kind, platform = case.measure.kind, case.account.kind == "business platform"
    if answered == "reversed" or kind == "warning":
        return "nothing"
    if answered == "unchanged":
        return "closed"
    if answered == "review requested":
        return "wait"
    if kind == "unknown":
        return "read"
    if case.account.kind == "channel" and case.place.casefold() in strings.EUROPEAN_UNION:
        return "too late" if _late(case, today) else "complaint"
    if platform:
        if _late(case, today):
            return "too late"
        return "business support home" if case.account.admin == "yes" else "administrator"
    if kind == "temporary ban" or (kind == "restriction" and case.notice.review_offered == "no"):
        return "wait"
    return "app"


def last_answer(case: Case) -> str:
    """The last of "review requested", "unchanged" and "reversed" in the history, or ""."""
    told = {"review requested", "unchanged", "reversed"}
    dated = [event for event in case.history if event.kind in told]
    dated = [event for event in dated if not _older(event.when, case.notice.when)]
    return (
        max(dated, key=lambda event: parts(event.when) if event.when else ()).kind if dated else ""
    )


def deadline(case: Case) -> str:
    """The last day for a request; "" if there is no period, or the day of the notice is unknown."""
    if not is_day(case.notice.when):
        return ""
    if case.account.kind == "business platform":
        return add_days(case.notice.when, int(claim("P60").figure("period").number))
    if case.account.kind == "channel" and case.place.casefold() in strings.EUROPEAN_UNION:
        return add_months(case.notice.when, int(claim("P69").figure("open_for").number))
    return ""


def _older(when: str, notice: str) -> bool:
    """Whether an event surely came before the notice, so that it is about another measure."""
    if not when or not notice:
        return False
    one, other = parts(when), parts(notice)
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def _late(case: Case, today: str) -> bool:
    due = deadline(case)
    return bool(due) and today[:10] > due


def _conflicts(case: Case) -> Iterator[str]:
    cause, own = case.cause, case.app.control != "taken over"
    if cause.sure == "known" and not cause.what:
        yield strings.CONFLICTS["no cause"]
    if cause.broke_rule == "no" and own:
        for sending in case.sent:
            if sending.consent in {"some asked", "nobody asked"}:
                yield strings.CONFLICTS["consent"].format(what=sending.what)
            if sending.stops == "not honoured":
                yield strings.CONFLICTS["stops"].format(what=sending.what)
        if case.app.kind == "unofficial":
            yield strings.CONFLICTS["app"]
    for sending in case.sent:
        unasked = sending.consent in {"some asked", "nobody asked"}
        if unasked and sending.last and cause.stopped and _older(cause.stopped, sending.last):
            told = {"stopped": cause.stopped, "last": sending.last}
            yield strings.CONFLICTS["stopped early"].format(**told)


def _before(case: Case, channel: Channel) -> Iterator[str]:
    """What comes before anything is written, as far as it is not done."""
    cause, asking = case.cause, channel in _OPEN
    needed = {
        "danger": case.app.control == "taken over",
        "secure": case.app.control in {"taken over", "unknown"},
        "keep": not any(one.kind == "notice" for one in case.evidence),
        "read": not case.notice.text or case.measure.kind == "unknown",
        "official app": case.app.kind == "unofficial",
        "stop": not cause.stopped,
        "clear up": bool(conflicts_in(case)),
        "find": cause.sure != "known" and not cause.basis,
        "mend": not any(one.done for one in case.remedies),
        "strike": asking and bool(_unstruck(case)),
        "no codes": asking and bool(_coded(case)),
    }
    yield from (step for step, wanted in needed.items() if wanted)


def _unstruck(case: Case) -> list[Evidence]:
    shown = [one for one in case.evidence if one.others and not one.struck]
    return [one for one in shown if "codes" not in one.others]


def _coded(case: Case) -> list[Evidence]:
    return [one for one in case.evidence if "codes" in one.others]


def _asking(case: Case, channel: Channel) -> str:
    if channel == "wait":
        return "wait answer" if last_answer(case) == "review requested" else "wait timer"
    return _ASKING[channel]


def _after(case: Case, channel: Channel) -> Iterator[str]:
    business = case.account.kind != "personal"
    if case.app.control == "shared":
        yield "who"
    if business and case.measure.kind != "warning" and last_answer(case) != "reversed":
        yield "customers"
    if business and (channel in {"closed", "too late"} or case.measure.kind == "disabled"):
        yield "lawyer"
    if case.app.control == "taken over" or channel == "closed":
        yield "authority"
    if channel in _OPEN or last_answer(case) == "review requested":
        yield "answer"
    yield "return"


def _step(identity: str, case: Case, today: str) -> Step:
    facts = CLAIMS.get(identity, ())
    return Step(
        id=identity,
        do=strings.DO[identity].format(**_told(case)),
        why=strings.WHY[identity],
        due=_due(identity, case, today),
        claims=facts,
        as_of=_as_of(facts),
    )


def _told(case: Case) -> dict[str, str]:
    requested = [event.when for event in case.history if event.kind == "review requested"]
    until = case.measure.until
    coded, open_ = [one.what for one in _coded(case)], [one.what for one in _unstruck(case)]
    return {
        "number": case.account.number,
        "due": deadline(case),
        "until": strings.UNTIL.format(until=until) if until else "",
        "requested": requested[-1] if requested else "",
        "conflicts": strings.JOIN.join(conflicts_in(case)),
        "coded": strings.JOIN.join(coded),
        "unstruck": strings.JOIN.join(open_),
    }


def _due(identity: str, case: Case, today: str) -> str:
    if identity in {"danger", "secure", "keep", "stop", "customers"}:
        return strings.AT_ONCE
    if identity in {"ask support home", "ask administrator", "ask complaint", "too late"}:
        return deadline(case)
    if identity == "wait timer":
        return case.measure.until
    if identity in _before(case, channel := channel_of(case, today)) and channel in _OPEN:
        return strings.BEFORE_WRITING
    return ""


def _as_of(facts: tuple[str, ...]) -> str:
    """The day of the evidence for the first fact that has some."""
    for key in facts:
        found = claim(key)
        if found.status in {Status.CONFIRMED, Status.CORRECTED} and found.main:
            return found.main.document.as_of.isoformat()
    return ""
