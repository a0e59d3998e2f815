"""One run of the pipeline: what ``pipeline.js`` draws, as plain lists, and what is said about it.

Everything is counted here, in Python, before the first frame is shown; the browser only moves
through it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sendwell import claims
from sendwell.platform import ClassOutcome, Frame, Outcome, Settings, parameters, scenario, watch
from sendwell.platform.settings import DAY, HOUR
from sendwell.widgets.timeline_strings import fill

VOLUMES = {"low": "C01", "middle": "D01", "high": "H01"}
PEAKS = (0, 20, 40, 60)
MOST_REVIEWERS = 6
DAYS = 9
HOURS = 24 * DAYS
SETTINGS = ("volume", "reviewers", "peak", "scenario", "priority", "merging")
#: A week as any other, and two of `sendwell.platform.scenario` that change more than a number.
SCENES = ("ordinary", "legal", "brigading")
#: What a frame holds, in order; after "waiting" comes one number a kind.
FRAME = (
    *("received", "filtered", "filter_upheld", "busy", "reviewed", "people_upheld"),
    *("warning", "limited", "suspended", "banned", "appealed", "reversed", "open"),
)
#: Small enough to be counted anew at each change, large enough to need three reviewers.
SCALE = 0.0025
_SEED = 1


def settings(
    volume: str,
    reviewers: int,
    peak: int,
    scene: str = "ordinary",
    *,
    priority: bool,
    merging: bool,
) -> Settings:
    """The platform for these settings: nine days from an empty Monday, nothing left out.

    The days weigh so that the week's reports stay as many whatever the ``peak`` (percent). Of
    ``scene``, one of `SCENES`, only the legal review or the crowd is taken; the crowd is as large
    whatever the other settings.
    """
    level = 7 / (5 + 2 * (1 + peak / 100))
    ordinary = scenario(volume, SCALE)
    special = ordinary if scene == "ordinary" else scenario(scene, SCALE)
    return replace(
        ordinary,
        legal=special.legal,
        legal_time=special.legal_time,
        brigade=special.brigade,
        staff=(reviewers,),
        days=(level,) * 5 + (level * (1 + peak / 100),) * 2,
        priority=priority,
        merging=merging,
        horizon=DAYS * DAY,
        warm_up=0,
    )


@lru_cache(maxsize=64)
def simulated(
    *chosen: Any,
) -> tuple[Settings, tuple[Frame, ...], Outcome]:
    """The run for values of `SETTINGS`, the same for everybody, with a frame each hour."""
    given = dict(zip(SETTINGS, chosen, strict=True))
    found = settings(scene=given.pop("scenario"), **given)
    return found, *watch(found, _SEED, HOUR)


def run(text: dict[str, str], chosen: Mapping[str, Any], last: Mapping[str, Any]) -> dict[str, Any]:
    """What the browser needs for ``chosen``, compared to ``last``, an earlier run or nothing."""
    found, frames, outcome = simulated(*(chosen[name] for name in SETTINGS))
    before = {each["kind"]: each for each in last["waits"]} if last else {}
    waits = [_wait(text, each, before.get(each.name)) for each in outcome.classes]
    result = {
        "settings": dict(chosen),
        "kinds": [kind.name for kind in found.kinds],
        "frames": [_numbers(frame) for frame in frames],
        "waits": waits,
        "most": max(sum(frame.waiting) for frame in frames),
        "rows": [_row(text, wait) for wait in waits],
        "days": _days(text, frames),
        "week": _week(text, found, outcome),
        "model": fill(text, "model", scale=_decimal(text, 100 * SCALE, 2)),
        "scene": _scene(text, outcome),
        "parameters": _parameters(text, chosen["volume"], chosen["scenario"]),
    }
    return result | {"changed": _changed(text, result, last)}


def volumes(text: dict[str, str]) -> dict[str, str]:
    """The three volumes with their claims, as words."""
    found = {}
    for name, claim in VOLUMES.items():
        number = whole(text, int(claims.claim(claim).figure("reports").number * SCALE))
        found[name] = fill(text, f"volume.{name}", n=number, claim=claim)
    return found


def whole(text: Mapping[str, str], number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", text["thousands"])


def duration(text: dict[str, str], milliseconds: float) -> str:
    """A time in the unit that fits: "31 s", "5.6 min", "38.0 h", "3.1 days"."""
    for key, size, digits in (("seconds", 1_000, 0), ("minutes", 60_000, 1), ("hours", HOUR, 1)):
        if round(milliseconds / size, digits) < {"seconds": 60, "minutes": 60, "hours": 48}[key]:
            return fill(text, key, n=_decimal(text, milliseconds / size, digits))
    return fill(text, "days", n=_decimal(text, milliseconds / DAY, 1))


def _decimal(text: Mapping[str, str], value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace(".", text["decimal"])


def _numbers(frame: Frame) -> list[int]:
    return [
        frame.received,
        frame.filtered,
        frame.filter.caught + frame.filter.wronged,
        frame.busy,
        frame.reviewed,
        frame.people.caught + frame.people.wronged,
        *frame.sanctions.values(),
        frame.appealed,
        frame.reversed_,
        frame.appealed - frame.reversed_ - frame.upheld,
        *frame.waiting,
    ]


def _wait(
    text: dict[str, str], found: ClassOutcome, before: Mapping[str, Any] | None
) -> dict[str, Any]:
    """One kind's waits, in ms and as words; the mean counts those who wait still.

    It says "at least" where more than 1 % do.
    """
    mean = duration(text, found.at_least)
    if found.waiting * 100 > found.arrived:
        mean = fill(text, "at_least", time=mean)
    if not found.arrived:
        mean = text["never"]
    return {
        "kind": found.name,
        "arrived": found.arrived,
        "waiting": found.waiting,
        "mean": round(found.at_least),
        "longest": round(found.longest),
        "mean_text": mean,
        "longest_text": duration(text, found.longest),
        "before": before["mean"] if before else 0,
        "before_text": before["mean_text"] if before else "",
    }


def _row(text: dict[str, str], wait: Mapping[str, Any]) -> list[str]:
    return [
        text[f"kind.{wait['kind']}"],
        whole(text, wait["arrived"]),
        wait["mean_text"],
        wait["longest_text"],
        whole(text, wait["waiting"]),
        wait["before_text"] or "-",
    ]


def _days(text: dict[str, str], frames: Sequence[Frame]) -> list[list[str]]:
    rows = []
    for day in range(DAYS):
        waiting = frames[24 * (day + 1)].waiting
        name = fill(text, "day", n=day + 1, weekday=text[f"day.{day % 7}"])
        rows.append([name, *(whole(text, each) for each in (*waiting, sum(waiting)))])
    return rows


def _week(text: dict[str, str], found: Settings, outcome: Outcome) -> str:
    return fill(
        text,
        "week",
        demand=round(100 * found.demand),
        busy=round(100 * outcome.utilisation),
        wronged=whole(text, outcome.wrong_sanctions),
        missed=whole(text, outcome.missed),
    )


def _scene(text: dict[str, str], outcome: Outcome) -> str:
    """What the scenario did, in words; nothing in an ordinary week."""
    if outcome.brigade:
        crowd = outcome.brigade
        return fill(
            text,
            "scene.brigading",
            n=whole(text, crowd.arrived),
            times=whole(text, outcome.again + bool(crowd.taken_up)),
            waiting=whole(text, crowd.waiting),
            measures=outcome.brigade_sanctions,
        )
    if outcome.legal or outcome.in_legal:
        return fill(
            text,
            "scene.legal",
            n=whole(text, outcome.legal + outcome.in_legal),
            done=whole(text, outcome.legal),
            open=whole(text, outcome.in_legal),
        )
    return ""


def _parameters(text: dict[str, str], volume: str, scene: str) -> list[str]:
    """Where each number is from; of the scenario only what an ordinary week has not."""
    found = list(parameters(volume, SCALE, text["lang"]))
    if scene != "ordinary":
        names = {each.name for each in found}
        extra = parameters(scene, SCALE, text["lang"])
        found += [each for each in extra if each.name not in names]
    return [str(each) for each in found]


def _changed(text: dict[str, str], now: Mapping[str, Any], last: Mapping[str, Any]) -> str:
    """What a change did, in words."""
    if not last:
        return text["changed.none"]
    names = [name for name in SETTINGS if now["settings"][name] != last["settings"][name]]
    what = ", ".join(
        fill(
            text,
            "what",
            name=text[name],
            old=said(text, name, last["settings"][name]),
            new=said(text, name, now["settings"][name]),
        )
        for name in names
    )
    waits = "; ".join(
        fill(
            text,
            "wait.same" if wait["mean_text"] == wait["before_text"] else "wait",
            kind=text[f"kind.{wait['kind']}"],
            now=wait["mean_text"],
            before=wait["before_text"],
        )
        for wait in now["waits"]
    )
    telling = (name for name in ("volume", "peak", "scenario") if name in names)
    kept = next((f"same.{name}" for name in telling), "same")
    return fill(
        text,
        "changed",
        what=what,
        same=text[kept],
        waits=waits,
        most=whole(text, now["most"]),
        before=whole(text, last["most"]),
    )


def said(text: dict[str, str], name: str, value: Any) -> str:
    """A setting's value in words."""
    if isinstance(value, bool):
        return text["yes" if value else "no"]
    if name == "volume":
        return volumes(text)[value].partition(" (")[0]
    if name == "scenario":
        return text[f"scenario.{value}"]
    if name == "peak":
        return fill(text, "peak.some", n=value) if value else text["peak.none"]
    return str(value)
