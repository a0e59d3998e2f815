"""The week for people: a table, and the same in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from sendwell.shop import strings
from sendwell.shop.people import DEADLINE, PERTH_AHEAD
from sendwell.shop.policy import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from sendwell.shop.week import Answered, Send, Week

_CELL = "text-align:left;border-bottom:1px solid var(--jp-border-color2, currentColor)"


def clock(time: int) -> str:
    """Return the time of day: 75_600_000 is "21:00"."""
    return f"{time % DAY // HOUR:02d}:{time % HOUR // MINUTE:02d}"


def moment(time: int, ahead: int = 0) -> str:
    """Say "Monday at 14:00", with the time in Perth if it is for somebody there."""
    day = strings.DAYS[min(time // DAY, len(strings.DAYS) - 1)]
    if ahead == PERTH_AHEAD:
        there = clock(time + ahead)
        return strings.MOMENT_THERE.format(day=day, clock=clock(time), there=there)
    return strings.MOMENT.format(day=day, clock=clock(time))


def seconds(milliseconds: int) -> str:
    """Write milliseconds as seconds, without needless zeros."""
    return f"{milliseconds / 1000:g}"


def length(milliseconds: int) -> str:
    """Write a stretch of time in minutes below two hours, else in hours, rounded up."""
    if milliseconds < 2 * HOUR:
        return strings.MINUTES.format(minutes=-(-milliseconds // MINUTE))
    return strings.HOURS.format(hours=-(-milliseconds // HOUR))


def rows(week: Week) -> list[list[str]]:
    """Return a row a day and one for the week, each with the columns of ``strings.COLUMNS``."""
    found = []
    for day, name in enumerate(strings.DAYS):
        parts = [week.on(day, some) for some in _counted(week)]
        found.append(_row(name, parts, week.asked_on(day), week.waiting[day]))
    whole = [list(some) for some in _counted(week)]
    return [*found, _row(strings.TOTAL, whole, list(week.answered), week.waiting[-1])]


def _counted(week: Week) -> tuple[Sequence[Send], ...]:
    parts = (week.offers, week.answers, week.refused)
    return (*parts, week.unasked, week.after_stop, week.at_night)


def _row(name: str, parts: list[list[Send]], asked: list[Answered], waiting: int) -> list[str]:
    offers, answers, refused, *harm = parts
    counts = [str(len(offers)), str(len(answers)), _slowest(asked), str(waiting)]
    return [name, *counts, _refusals(refused), *(str(len(some)) for some in harm)]


def _slowest(asked: list[Answered]) -> str:
    if not asked:
        return strings.NO_QUESTION
    took = [answer.took for answer in asked if answer.took is not None]
    lost = len(asked) - len(took)
    parts = [length(max(took))] if took else []
    return ", ".join(parts + ([strings.UNANSWERED.format(count=lost)] if lost else []))


def _refusals(refused: list[Send]) -> str:
    reasons = Counter(send.refused for send in refused)
    parts = [f"{strings.REFUSALS[reason]} ({count})" for reason, count in sorted(reasons.items())]
    return ", ".join(parts) or strings.NONE


def summary(week: Week) -> list[str]:
    """Say what the table does not: who got both offers, and the quickest two messages."""
    out = strings.OUT_ALL if week.served == week.due else strings.OUT_SOME
    due, got = len(week.due), len(week.served)
    gap = strings.GAP_NONE
    if week.quickest:
        gap = strings.GAP.format(gap=seconds(week.quickest[0]))
    return [out.format(due=due, got=got, deadline=moment(DEADLINE)), gap]


def week_text(week: Week) -> str:
    """Write the week in sentences, one line a day: for print, and for whom a table is no help."""
    lines = []
    for row in rows(week):
        keys = ("day", "offers", "answers", "slowest", "waiting", "refused")
        cells = dict(zip((*keys, "unasked", "stopped", "night"), row, strict=True))
        lines.append(strings.DAY_LINE.format(**cells))
    title = strings.WEEK_TITLE.format(shop=strings.SHOP_NAME)
    return "\n".join([title, *lines, *summary(week)])


def week_html(week: Week) -> str:
    """Write the week as a table with the sentences of :func:`summary` under it."""
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(c)}</th>' for c in strings.COLUMNS)
    body = "".join(
        f'<tr><th scope="row" style="{_CELL}">{escape(row[0])}</th>'
        + "".join(f'<td style="{_CELL}">{escape(cell)}</td>' for cell in row[1:])
        + "</tr>"
        for row in rows(week)
    )
    after = "".join(f"<p>{escape(line)}</p>" for line in summary(week))
    title = escape(strings.WEEK_TITLE.format(shop=strings.SHOP_NAME))
    return (
        f'<div class="sendwell-week"><table style="color:inherit"><caption '
        f'style="text-align:left">{title}. {escape(strings.CAPTION)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{after}</div>"
    )


def unfinished_text(problems: Sequence[str]) -> str:
    """Say what keeps the week from starting, one line a problem."""
    lines = [f"- {problem}" for problem in problems]
    return "\n".join([f"{strings.UNFINISHED_TITLE}:", *lines, strings.UNFINISHED_NEXT])


def unfinished_html(problems: Sequence[str]) -> str:
    """Write the same as a list."""
    items = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
    return (
        f'<div class="sendwell-week"><p><strong>{escape(strings.UNFINISHED_TITLE)}.</strong></p>'
        f"<ul>{items}</ul><p>{escape(strings.UNFINISHED_NEXT)}</p></div>"
    )
