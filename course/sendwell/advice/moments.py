"""The timeline of an appeal: what is known at each moment, and what a letter could say then."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from sendwell.advice import strings
from sendwell.widgets.keys import OwnKeys

#: The moment is told by words and lines, never by colour alone.
_STYLE = (
    "<style>.sendwell-moments{max-width:44rem;line-height:1.45;overflow-wrap:anywhere}"
    ".sendwell-moments ol{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;"
    "margin:.5rem 0}"
    ".sendwell-moments li{border:1px solid;border-radius:1rem;padding:.1rem .7rem;margin:0}"
    ".sendwell-moments li.later{border-style:dashed;opacity:.85}"
    ".sendwell-moments li.here{border-width:3px;font-weight:700}"
    ".sendwell-moments dl>dt{float:none;width:auto;font-weight:700;margin-top:.5rem}"
    ".sendwell-moments dl>dd{float:none;width:auto;margin:0 0 0 1rem}"
    ".widget-dropdown.sendwell-moments-choice>select{appearance:auto;background-image:none}"
    ".sendwell-moments h4{margin:.5rem 0;font-size:1.05rem}</style>"
)


class AppealTimeline(widgets.VBox):  # type: ignore[misc]
    """The moments of Kettle & Fern's appeal, one at a time; the text says what is known then.

    ``moment`` is the number of the moment that is shown, from 0.
    """

    def __init__(self, moment: int = 0) -> None:
        self._choice = widgets.Dropdown(
            options=[(one[0], number) for number, one in enumerate(strings.MOMENTS)],
            value=moment,
            description=strings.TIMELINE_LABEL,
            layout=widgets.Layout(width="auto", max_width="20rem"),
        )
        self._choice.add_class("sendwell-moments-choice")
        self._back = widgets.Button(description=strings.EARLIER)
        self._on = widgets.Button(description=strings.LATER)
        self._text = widgets.HTML()
        self._back.on_click(lambda _: self._move(-1))
        self._on.on_click(lambda _: self._move(1))
        self._choice.observe(lambda _: self._show(), "value")
        self._show()
        buttons = widgets.HBox([self._back, self._on], layout=widgets.Layout(flex_flow="wrap"))
        super().__init__([self._choice, buttons, self._text, OwnKeys()])

    @property
    def moment(self) -> int:
        """The number of the moment that is shown."""
        return int(self._choice.value)

    @moment.setter
    def moment(self, number: int) -> None:
        self._choice.value = number

    @property
    def text(self) -> str:
        """What is shown, as HTML."""
        return str(self._text.value)

    def _move(self, by: int) -> None:
        self.moment = min(max(self.moment + by, 0), len(strings.MOMENTS) - 1)

    def _show(self) -> None:
        self._text.value = panel(self.moment)


def panel(moment: int) -> str:
    """The picture and the three lists at a moment, as HTML."""
    when, what, *_ = strings.MOMENTS[moment]
    steps = "".join(_step(number, moment) for number in range(len(strings.MOMENTS)))
    known = "".join(f"<dd>{escape(one[2])}</dd>" for one in strings.MOMENTS[: moment + 1])
    _, _, _, unknown, say = strings.MOMENTS[moment]
    return (
        f'{_STYLE}<div class="sendwell-moments" aria-live="polite">'
        f"<ol>{steps}</ol><h4>{escape(when)}: {escape(what)}</h4><dl>"
        f"<dt>{strings.KNOWN}</dt>{known}"
        f"<dt>{strings.NOT_KNOWN}</dt><dd>{escape(unknown)}</dd>"
        f"<dt>{strings.COULD_SAY}</dt><dd>{escape(say)}</dd></dl></div>"
    )


def _step(number: int, moment: int) -> str:
    when = escape(strings.MOMENTS[number][0])
    if number == moment:
        return f'<li class="here" aria-current="step">● {when} ({strings.HERE})</li>'
    return f'<li class="later">○ {when}</li>' if number > moment else f"<li>● {when}</li>"


def table() -> str:
    """All moments as a Markdown table, for where no program runs."""
    head = (strings.WHEN, strings.KNOWN, strings.NOT_KNOWN, strings.COULD_SAY)
    lines = [f"| {' | '.join(head)} |", "|---|---|---|---|"]
    for when, what, known, unknown, say in strings.MOMENTS:
        lines.append(f"| **{when}**: {what} | {known} | {unknown} | {say} |")
    return "\n".join(lines)
