"""Named scenarios. What an article claims is read from its claim and stays unverified.

The article gives three volumes that exclude each other (C01, D01, H01), the part that goes to
people (H03), how long the filter takes and how right both stages are (H05), reviewers and their
speed (D11). Kinds and their shares, staff by hour, repeats and appeals are chosen for the course.
"""

from __future__ import annotations

from dataclasses import replace

from sendwell import claims
from sendwell.platform.settings import DAY, Kind, PlatformError, Settings

#: Which claim gives the daily volume of a scenario.
_VOLUMES = {"low": "C01", "middle": "D01", "high": "H01", "calm": "C01", "weekend": "H01"}
SCENARIOS = tuple(_VOLUMES)
#: Chosen here: kinds in the order of urgency with their shares, and how often a report is right.
_KINDS = (("child safety", 2, 0.6), ("threats", 8, 0.6), ("fraud", 25, 0.6), ("spam", 65, 0.5))
_SHIFTS = 3


def scenario(name: str, scale: float = 0.01) -> Settings:
    """The scenario ``name`` of `SCENARIOS` at ``scale`` (1 is the size that the article claims).

    "low", "middle", "high": the three volumes, the same every day. "calm": the lowest with merging.
    "weekend": the highest with the weekend's peak of H08. Raises PlatformError for another name,
    or a scale that leaves fewer than one reviewer on duty.
    """
    if name not in _VOLUMES:
        raise PlatformError(f"No scenario {name!r}; there are: {', '.join(SCENARIOS)}.")
    reports = _number(_VOLUMES[name], "reports") * scale
    reviewers = round(_number("D11", "reviewers") * scale / _SHIFTS)
    if not 0 < scale <= 1 or reviewers < 1:
        raise PlatformError(f"scale must leave a reviewer on duty and be at most 1, found {scale}.")
    human = _number("H03", "human") / 100
    settings = Settings(
        kinds=tuple(Kind(kind, share, guilty, human) for kind, share, guilty in _KINDS),
        reports_per_day=reports,
        staff=(reviewers,),
        review=round(DAY / _SHIFTS / _number("D11", "each")),
        spread="lognormal",
        repeats=0.3,
        appeal_staff=max(1, reviewers // 4),
    )
    if name == "calm":
        return replace(settings, merging=True)
    if name == "weekend":
        peak = 1 + _number("H08", "weekend_over_weekdays") / 100
        level = 7 / (5 + 2 * peak)
        return replace(settings, days=(level,) * 5 + (level * peak,) * 2)
    return settings


def _number(key: str, name: str) -> float:
    return float(claims.claim(key).figure(name).number)
