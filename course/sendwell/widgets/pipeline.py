"""A pipeline of reports to touch: button, package, filter, queue, decision, sanction, appeal.

Python counts nine days with the simulated platform at each change of a setting (about half a
second, then kept); ``pipeline.js`` moves through the hours without asking again. The sentence of a
moment is made in both, and a test keeps the two in agreement.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import traitlets

from sendwell.platform.settings import FIVE
from sendwell.widgets import pipeline_picture, pipeline_run
from sendwell.widgets.pipeline_run import (
    FRAME,
    HOURS,
    MOST_REVIEWERS,
    PEAKS,
    SCENES,
    SETTINGS,
    VOLUMES,
)
from sendwell.widgets.pipeline_strings import STRINGS
from sendwell.widgets.timeline_strings import fill
from sendwell.widgets.touchable import Touchable

SPEEDS = (1, 6, 24)
_STATE = (*SETTINGS, "hour", "speed")
_COLUMNS = ("kind", "arrived", "mean", "longest", "waiting", "before")
_HERE = Path(__file__).parent


class Pipeline(Touchable):
    """Reports flowing through a simulated platform for nine days, from a Monday, 00:00.

    For a *decide* notebook: put ``Pipeline()`` into a cell that is not graded, and ask for a
    prediction before it. What teaches: one reviewer fewer (``reviewers=2``: the urgent hardly
    notice, spam waits days); a peak with the same number of reports a week (``peak=40``);
    ``priority=False`` (all kinds wait the same, and nobody waits less in sum); ``merging=True``
    (helps where the queue is long); ``scenario="brigading"`` (a crowd's untrue reports get one
    verdict, and everybody else's wait). ``table()``, ``sentence()`` and ``scene()`` say the same in
    text.

    Args:
        volume: "low", "middle" or "high": which of the article's three volumes (C01, D01, H01).
        reviewers: how many are on duty at every hour, from 1 to 6.
        peak: how much more comes on a day of the weekend than on a weekday, in percent: 0, 20, 40
            (an article's, H08) or 60. The week's number of reports stays the same.
        priority: whether the most urgent kind is reviewed first; else first come, first served.
        merging: whether reports about an account that waits already are one piece of work.
        scenario: "ordinary"; "legal", where a few reviews end with lawyers (an article's, H13); or
            "brigading", where a crowd reports one innocent account on the third day.
        hour: where the time stands, from 0 to 216.
        speed: hours a second while it plays: 1, 6 or 24.

    The volumes, the filter, the reviewers' speed come from claims and are unverified; all else is
    chosen for the course (`sendwell.platform.parameters`). One seed: everybody sees the same.

    Raises:
        ValueError: one sentence that says which value is wrong. The same holds when a trait is
            assigned later.

    """

    _esm = _HERE / "pipeline.js"
    _css = _HERE / "pipeline.css"

    volume = traitlets.Unicode("high").tag(sync=True)
    reviewers = traitlets.Int(3).tag(sync=True)
    peak = traitlets.Int(0).tag(sync=True)
    priority = traitlets.Bool(default_value=True).tag(sync=True)
    merging = traitlets.Bool(default_value=False).tag(sync=True)
    scenario = traitlets.Unicode("ordinary").tag(sync=True)
    hour = traitlets.Int(0).tag(sync=True)
    speed = traitlets.Int(6).tag(sync=True)
    run = traitlets.Dict().tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    strings = traitlets.Dict(default_value=STRINGS["en"]).tag(sync=True)

    def __init__(
        self,
        volume: str = "high",
        reviewers: int = 3,
        peak: int = 0,
        priority: bool = True,  # noqa: FBT001, FBT002 - read as named arguments
        merging: bool = False,  # noqa: FBT001, FBT002
        hour: int = 0,
        speed: int = 6,
        scenario: str = "ordinary",
    ) -> None:
        given = (volume, reviewers, peak, scenario, priority, merging, hour, speed)
        state = dict(zip(_STATE, given, strict=True))
        _check(state)
        text = STRINGS["en"]
        super().__init__(
            **state,
            run=pipeline_run.run(text, {name: state[name] for name in SETTINGS}, {}),
            options={
                "volume": pipeline_run.volumes(text),
                "scenario": {each: pipeline_run.said(text, "scenario", each) for each in SCENES},
                "peak": {str(peak): pipeline_run.said(text, "peak", peak) for peak in PEAKS},
                "reviewers": MOST_REVIEWERS,
                "speeds": list(SPEEDS),
                "five": FIVE,
            },
        )
        self.observe(self._again, names=list(SETTINGS))

    @traitlets.validate(*_STATE)  # type: ignore[untyped-decorator]
    def _valid(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        _check({key: getattr(self, key) for key in _STATE} | {name: value})
        return value

    def _again(self, _change: Any) -> None:
        chosen = {name: getattr(self, name) for name in SETTINGS}
        if chosen != self.run["settings"]:
            self.run = pipeline_run.run(self.strings, chosen, self.run)

    def sentence(self) -> str:
        """Say what the picture shows at ``hour``."""
        return sentence(self.strings, self.run, self.hour)

    def changed(self) -> str:
        """Say what the last change of a setting did."""
        return str(self.run["changed"])

    def scene(self) -> str:
        """Say what the scenario did; nothing in an ordinary week."""
        return str(self.run["scene"])

    def table(self) -> str:
        """Give the waits by kind as a Markdown table, over all nine days.

        A mean that begins with "at least" counts reports that wait still.
        """
        head = [self.strings[f"table.{name}"] for name in _COLUMNS]
        lines = [head, ["---", *["---:"] * 5], *self.run["rows"]]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"

    def picture(self) -> str:
        """Give the waits by kind as an SVG picture, for places that run no script."""
        return pipeline_picture.picture(self.strings, self.run["waits"])

    def __repr__(self) -> str:
        """Give the call that makes an equal pipeline."""
        return f"Pipeline({', '.join(f'{key}={getattr(self, key)!r}' for key in _STATE)})"

    def _plain(self) -> str:
        said = (self.run["scene"], sentence(self.strings, self.run, HOURS), self.run["week"])
        return " ".join(filter(None, said))

    def _html(self) -> str:
        text, now = self.strings, self.run
        source = base64.b64encode(self.picture().encode()).decode()
        stages = "".join(f"<li>{escape(line)}</li>" for line in _stages(text, now, HOURS))
        days = [text["days.day"], *(text[f"kind.{kind}"] for kind in now["kinds"])]
        found = "".join(f"<li>{escape(line)}</li>" for line in now["parameters"])
        return (
            f"<p>{escape(self._plain())}</p><ol>{stages}</ol>"
            f'<img alt="{escape(text["waits.chart"])}" src="data:image/svg+xml;base64,{source}">'
            + _table(
                text["table.caption"], [text[f"table.{name}"] for name in _COLUMNS], now["rows"]
            )
            + _table(text["days.caption"], [*days, text["days.total"]], now["days"])
            + f"<p>{escape(now['model'])}</p><p>{escape(text['parameters'])}</p><ul>{found}</ul>"
        )


def sentence(text: dict[str, str], run: Mapping[str, Any], hour: int) -> str:
    """What there is to see at ``hour`` of a ``run``, in words."""
    frame = run["frames"][hour]
    now = dict(zip(FRAME, frame, strict=False))
    waiting = frame[len(FRAME) :]
    sanctions = sum(now[rung] for rung in ("warning", "limited", "suspended", "banned"))
    kinds = ", ".join(
        fill(text, "kind", kind=text[f"kind.{kind}"], n=pipeline_run.whole(text, n))
        for kind, n in zip(run["kinds"], waiting, strict=True)
    )
    numbers = {name: pipeline_run.whole(text, n) for name, n in now.items()}
    return fill(
        text,
        "sentence",
        **numbers
        | {
            "moment": moment(text, hour),
            "received": _counted(text, "received", now["received"]),
            "waiting": _counted(text, "waiting", sum(waiting)),
            "kinds": kinds,
            "reviewers": run["settings"]["reviewers"],
            "reviewed": _counted(text, "reviewed", now["reviewed"]),
            "sanctions": _counted(text, "sanctions", sanctions),
            "appeals": _counted(text, "appeals", now["appealed"]),
        },
    )


def moment(text: dict[str, str], hour: int) -> str:
    """A time in words: hour 0 is "Day 1, Monday, 0:00"."""
    day, rest = divmod(hour, 24)
    return fill(text, "moment", day=day + 1, weekday=text[f"day.{day % 7}"], hour=rest)


def _stages(text: dict[str, str], run: Mapping[str, Any], hour: int) -> list[str]:
    """One line a stage, in the order in which a report passes them."""
    frame = run["frames"][hour]
    now = dict(zip(FRAME, frame, strict=False)) | {"waiting": sum(frame[len(FRAME) :])}
    now["passed"] = now["received"] - now["filtered"]
    parts = {
        "button": [("received", now["received"])],
        "package": [("most", FIVE)],
        "filter": [
            ("settled", now["filtered"]),
            ("upheld", now["filter_upheld"]),
            ("passed", now["passed"]),
        ],
        "queue": [("waiting", now["waiting"])],
        "decision": [("reviewed", now["reviewed"]), ("upheld", now["people_upheld"])],
        "sanction": [(rung, now[rung]) for rung in ("warning", "limited", "suspended", "banned")],
        "appeal": [(name, now[name]) for name in ("appealed", "open", "reversed")],
    }
    return [
        f"{text[f'stage.{stage}']}: "
        + ", ".join(f"{pipeline_run.whole(text, n)} {text[f'{stage}.{name}']}" for name, n in found)
        for stage, found in parts.items()
    ]


class _BadValueError(traitlets.TraitError, ValueError):  # type: ignore[misc]
    """A value that a pipeline cannot take: a ValueError to people, a TraitError to traitlets."""


def _counted(text: dict[str, str], key: str, n: int) -> str:
    return fill(text, f"{key}.{'one' if n == 1 else 'other'}", n=pipeline_run.whole(text, n))


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{names}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _bad(key: str, **values: object) -> _BadValueError:
    return _BadValueError(fill(STRINGS["en"], f"error.{key}", **values))


def _whole_in(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _check(state: Mapping[str, Any]) -> None:
    if state["volume"] not in VOLUMES:
        raise _bad("volume", value=repr(state["volume"]))
    if state["scenario"] not in SCENES:
        raise _bad("scenario", choices=", ".join(map(repr, SCENES)), value=repr(state["scenario"]))
    if not _whole_in(state["reviewers"], 1, MOST_REVIEWERS):
        raise _bad("reviewers", most=MOST_REVIEWERS, value=repr(state["reviewers"]))
    if state["peak"] not in PEAKS or isinstance(state["peak"], bool):
        raise _bad("peak", choices=", ".join(map(str, PEAKS)), value=repr(state["peak"]))
    for name in ("priority", "merging"):
        if not isinstance(state[name], bool):
            raise _bad("bool", name=name, value=repr(state[name]))
    if not _whole_in(state["hour"], 0, HOURS):
        raise _bad("hour", most=HOURS, value=repr(state["hour"]))
    if state["speed"] not in SPEEDS or isinstance(state["speed"], bool):
        raise _bad("speed", choices=", ".join(map(str, SPEEDS)), value=repr(state["speed"]))
