"""Named scenarios. What an article claims is read from its claim and stays unverified.

The article gives three volumes that exclude each other (C01, D01, H01), the messages (B01), the
part that goes to people (H03), how long the filter takes and how right both stages are (H05),
reviewers and their speed (D11), the weekend (H08), who appeals (F01), the legal review (H13). The
rest is chosen for the course. `parameters` shows which is which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sendwell import claims
from sendwell.claims import words
from sendwell.platform.settings import (
    DAY,
    FIVE,
    HOUR,
    Brigade,
    Kind,
    PlatformError,
    Settings,
)
from sendwell.platform.strings import STRINGS

#: Which claim gives the daily volume of a scenario.
_VOLUMES = {
    "low": "C01",
    "middle": "D01",
    "high": "H01",
    "calm": "C01",
    "weekend": "H01",
    "legal": "H01",
    "brigading": "H01",
}
SCENARIOS = tuple(_VOLUMES)
#: Chosen here: kinds in the order of urgency with their shares, and how often a report is right.
_KINDS = (("child safety", 2, 0.6), ("threats", 8, 0.6), ("fraud", 25, 0.6), ("spam", 65, 0.5))
_SHIFTS = 3
#: Chosen here: most reports send all the messages that they can, a few hold none.
_PACKAGE = (0.02, 0.08, 0.08, 0.08, 0.08, 0.66)
_MINUTE = 60_000


def scenario(name: str, scale: float = 0.01) -> Settings:
    """The scenario ``name`` of `SCENARIOS` at ``scale`` (1 is the size that the article claims).

    "low", "middle", "high": the three volumes, the same every day. "calm": the lowest with merging.
    "weekend": the highest with the weekend's peak of H08. "legal": the highest with the legal
    review of H13, longer than the week that is simulated. "brigading": the highest, and on
    Wednesday at 09:00 a crowd reports one innocent account under an urgent kind that is not true:
    within two hours, as many reports as all reviewers manage in three. Raises PlatformError for
    another name, or a scale that leaves fewer than one reviewer on duty.
    """
    if name not in _VOLUMES:
        raise PlatformError(f"No scenario {name!r}; there are: {', '.join(SCENARIOS)}.")
    reports = _number(_VOLUMES[name], "reports") * scale
    reviewers = round(_number("D11", "reviewers") * scale / _SHIFTS)
    if not 0 < scale <= 1 or reviewers < 1:
        raise PlatformError(f"scale must leave a reviewer on duty and be at most 1, found {scale}.")
    human = _number("H03", "human") / 100
    filter_right = _number("H05", "automatic/accuracy") / 100
    human_right = _number("H05", "manual/accuracy") / 100
    settings = Settings(
        kinds=tuple(Kind(kind, share, guilty, human) for kind, share, guilty in _KINDS),
        reports_per_day=reports,
        staff=(reviewers,),
        review=round(DAY / _SHIFTS / _number("D11", "each")),
        spread="lognormal",
        repeats=0.3,
        filter_time=round(_number("H05", "automatic/mean") * _MINUTE),
        filter_catches=filter_right,
        filter_clears=filter_right,
        human_catches=human_right,
        human_clears=human_right,
        appeals=_number("F01", "appeal") / 100,
        appeal_staff=-(-reviewers // 2),
        messages_per_day=_number("B01", "messages") * scale,
        blocks_with=0.5,
        blocks_alone=2.0,
        package=_PACKAGE,
        needs=0.5,
    )
    if name == "calm":
        return replace(settings, merging=True)
    if name == "weekend":
        peak = 1 + _number("H08", "weekend_over_weekdays") / 100
        level = 7 / (5 + 2 * peak)
        return replace(settings, days=(level,) * 5 + (level * peak,) * 2)
    if name == "legal":
        legal, time = _number("H13", "share") / 100, round(_number("H13", "mean_time") * DAY)
        return replace(settings, legal=legal, legal_time=time)
    if name == "brigading":
        crowd = max(1, round(3 * HOUR / settings.review * reviewers))
        return replace(settings, brigade=Brigade(crowd, 2 * DAY + 9 * HOUR, 2 * HOUR, kind=1))
    return settings


@dataclass(frozen=True)
class Parameter:
    """A setting of a scenario: its name and value in words, and where the value is from.

    ``claim`` is "" for what the course chose; ``label`` says how sure the claim is.
    """

    name: str
    value: str
    claim: str
    label: str

    def __str__(self) -> str:
        return f"{self.name}: {self.value} {self.label}"


def parameters(name: str, scale: float = 0.01, language: str = "en") -> tuple[Parameter, ...]:
    """Each setting of a scenario with its origin: a claim with its label, or the course's choice.

    Raises as `scenario`.
    """
    text = STRINGS[language]
    found = []
    for key, value, claim in _origins(text, name, scenario(name, scale)):
        label = words.label(claims.claim(claim)) if claim else f"({text['chosen']})"
        found.append(Parameter(text[key], value, claim, label))
    return tuple(found)


def _origins(text: dict[str, str], name: str, settings: Settings) -> Iterator[tuple[str, str, str]]:
    yield "messages_per_day", f"{settings.messages_per_day:,.0f}", "B01"
    yield "reports_per_day", f"{settings.reports_per_day:,.0f}", _VOLUMES[name]
    if name == "weekend":
        yield "days", f"{settings.days[6] / settings.days[0] - 1:+.0%}", "H08"
    yield "package", str(FIVE), "P10"
    yield "human", f"{settings.kinds[0].human:.0%}", "H03"
    yield "filter_time", f"{settings.filter_time / _MINUTE:g}", "H05"
    yield "filter_catches", f"{settings.filter_catches:.0%}", "H05"
    yield "staff", str(settings.staff[0]), "D11"
    yield "review", f"{settings.review / _MINUTE:.1f}", "D11"
    yield "human_catches", f"{settings.human_catches:.0%}", "H05"
    if settings.legal:
        yield "legal", f"{settings.legal:.0%}", "H13"
        yield "legal_time", f"{settings.legal_time / DAY:g}", "H13"
    yield "appeals", f"{settings.appeals:.0%}", "F01"
    kinds = (
        text["kind"].format(name=kind.name, share=kind.share, right=f"{kind.guilty:.0%}")
        for kind in settings.kinds
    )
    yield "kinds", ", ".join(kinds), ""
    yield "repeats", f"{settings.repeats:.0%}", ""
    yield "merging", text["yes" if settings.merging else "no"], ""
    yield "blocks", f"{settings.blocks_with:.0%}; {settings.blocks_alone:g}", ""
    yield "thin", f"{1 - settings.package[FIVE]:.0%}; {settings.needs:.0%}", ""
    yield "appeal_staff", str(settings.appeal_staff), ""
    if settings.brigade:
        yield "brigade", f"{settings.brigade.reports}, {settings.brigade.over / HOUR:g} h", ""


def _number(key: str, name: str) -> float:
    return float(claims.claim(key).figure(name).number)
