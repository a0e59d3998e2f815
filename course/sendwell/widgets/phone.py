"""A fictional phone: report, block and delete, and see what left it and who is told.

Nothing is sent anywhere. ``phone.js`` holds the same logic as ``phone_rules.py`` and the sentences
here, so that the picture goes on working without a kernel; a test keeps the two in agreement.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

import traitlets

from sendwell.widgets import phone_picture
from sendwell.widgets.phone_rules import FIVE, State, choices, state
from sendwell.widgets.phone_strings import CHATS, STRINGS
from sendwell.widgets.timeline_strings import counted, fill
from sendwell.widgets.touchable import Touchable

PLATFORMS = ("android", "iphone")
_STATE = ("platform", "chat", "actions")
_COLUMNS = ("number", "sender", "text", "sent", "here", "means")
_HERE = Path(__file__).parent


class Phone(Touchable):
    """A phone with a fictional chat on which a learner reports, blocks and deletes.

    Args:
        chat: "direct" (a stranger) or "group".
        platform: "android" or "iphone"; only the looks differ.
        actions: the steps taken, in order, as :mod:`sendwell.widgets.phone_rules` names them.

    Raises:
        ValueError: one sentence that says which value is wrong. The same holds when a trait is
            assigned later; a new chat starts without steps.

    """

    _esm = _HERE / "phone.js"
    _css = _HERE / "phone.css"

    chat = traitlets.Unicode("direct").tag(sync=True)
    platform = traitlets.Unicode("android").tag(sync=True)
    actions = traitlets.List(traitlets.Unicode()).tag(sync=True)
    chats = traitlets.Dict(default_value=CHATS["en"]).tag(sync=True)
    strings = traitlets.Dict(default_value=STRINGS["en"]).tag(sync=True)

    def __init__(
        self, chat: str = "direct", platform: str = "android", actions: Iterable[str] = ()
    ) -> None:
        steps = actions if isinstance(actions, str) else list(actions)
        values = {"platform": platform, "chat": chat, "actions": steps}
        _check(values)
        super().__init__(platform=platform, chat=chat)
        self.actions = steps  # after the chat, which empties them

    @traitlets.validate(*_STATE)  # type: ignore[untyped-decorator]
    def _valid(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        values = {key: getattr(self, key) for key in _STATE} | {name: value}
        if name == "chat" and value != self.chat:
            values["actions"] = []
        _check(values)
        return value

    @traitlets.observe("chat")  # type: ignore[untyped-decorator]
    def _new_chat(self, _change: Any) -> None:
        self.actions = []

    def table(self) -> str:
        """Give the text twin as a Markdown table, one row a message."""
        head = [self.strings[f"table.{name}"] for name in _COLUMNS]
        lines = [head, ["---:", *["---"] * 5], *self._rows()]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"

    def sentence(self) -> str:
        """Say in a few sentences what was done, what left the phone and what was destroyed."""
        text, chat, now = self.strings, self.chats[self.chat], self._now()
        if not self.actions:
            return fill(text, "sentence.none", n=len(chat["messages"]))
        return fill(
            text,
            "sentence",
            steps="; ".join(_done(text, chat, step) for step in self.actions),
            sent=_messages(text, now.sent),
            here=_messages(text, now.here),
            lost=_messages(text, now.lost),
        )

    def told(self) -> list[tuple[str, str]]:
        """Say who is told what: (WhatsApp, the other side, you), each with its sentences."""
        text, chat, now = self.strings, self.chats[self.chat], self._now()
        names = {step.split(":")[0] for step in self.actions}
        reported = bool(names & {"report", "report_message"})
        keys: dict[str, dict[str, bool]] = {
            "whatsapp": {
                "report": reported and bool(now.sent),
                "bare": reported and not now.sent,
                "block": now.blocked,
            },
            "them": {
                "report": reported,
                "block": now.blocked,
                "left": now.left,
                "delete": bool(names & {"delete", "delete_message"}),
            },
            "you": {"report": reported, "empty": now.empty},
        }
        values = {"sent": _messages(text, now.sent), "who": chat["name"]}
        found = []
        for who, parts in keys.items():
            said = [fill(text, f"told.{who}.{key}", **values) for key, yes in parts.items() if yes]
            name = chat["name"] if who == "them" else text[f"told.{who}"]
            found.append((name, " ".join(said) or text["told.nothing"]))
        return found

    def picture(self) -> str:
        """Give the phone as it stands as an SVG picture, for places that run no script."""
        return phone_picture.picture(
            self.strings, self.chats[self.chat], self._now(), self.sentence()
        )

    def __repr__(self) -> str:
        """Give the call that makes an equal phone."""
        return f"Phone(chat={self.chat!r}, platform={self.platform!r}, actions={self.actions!r})"

    def _now(self) -> State:
        return state(self.chats[self.chat], self.actions)

    def _rows(self) -> list[list[str]]:
        text, now = self.strings, self._now()
        rows = []
        for n, message in enumerate(self.chats[self.chat]["messages"], 1):
            sent, here = n in now.sent, n in now.here
            means = ("both" if here else "sent") if sent else ("here" if here else "lost")
            rows.append(
                [
                    str(n),
                    message["sender"] or text["you"],
                    _words(text, message),
                    text["yes" if sent else "no"],
                    text["yes" if here else "no"],
                    text[f"means.{means}"],
                ]
            )
        return rows

    def _html(self) -> str:
        text = self.strings
        source = base64.b64encode(self.picture().encode()).decode()
        head = "".join(f'<th scope="col">{escape(text[f"table.{c}"])}</th>' for c in _COLUMNS)
        body = "".join(
            f'<tr><th scope="row">{row[0]}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self._rows()
        )
        told = "".join(f"<li>{escape(who)}: {escape(said)}</li>" for who, said in self.told())
        return (
            f'<img alt="{escape(self.sentence())}" src="data:image/svg+xml;base64,{source}">'
            f"<p>{escape(self.sentence())}</p>"
            f"<table><caption>{escape(text['table.caption'])}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
            f"<p>{escape(text['told'])}</p><ul>{told}</ul>"
            f"<p>{escape(fill(text, 'model', five=FIVE))}</p><p>{escape(text['yours'])}</p>"
        )


class _BadValueError(traitlets.TraitError, ValueError):  # type: ignore[misc]
    """A value that a phone cannot take: a ValueError to people, a TraitError to traitlets."""


def _messages(text: dict[str, str], numbers: tuple[int, ...]) -> str:
    return counted(text, "messages", len(numbers)) if numbers else text["messages.none"]


def _words(text: dict[str, str], message: Mapping[str, str]) -> str:
    if not message["attachment"]:
        return message["text"]
    return f"{message['text']} ({fill(text, 'attachment', name=message['attachment'])})"


def _done(text: dict[str, str], chat: Mapping[str, Any], step: str) -> str:
    name, _, number = step.partition(":")
    return fill(text, f"done.{name}", n=number, who=chat["name"])


def _bad(key: str, **values: object) -> _BadValueError:
    return _BadValueError(fill(STRINGS["en"], f"error.{key}", **values))


def _check(values: Mapping[str, Any]) -> None:
    if values["platform"] not in PLATFORMS:
        raise _bad("platform", value=repr(values["platform"]))
    if values["chat"] not in CHATS["en"]:
        raise _bad("chat", value=repr(values["chat"]))
    steps = values["actions"]
    if not isinstance(steps, list) or not all(isinstance(step, str) for step in steps):
        raise _bad("actions", value=repr(steps))
    chat = CHATS["en"][values["chat"]]
    for n, step in enumerate(steps):
        known = choices(chat, steps[:n])
        if step not in known:
            raise _bad("action", n=n + 1, value=repr(step), choices=", ".join(known))
