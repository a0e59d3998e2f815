"""Every sentence that the time line shows, by language.

Python and JavaScript fill the same templates: ``{name}`` is replaced by a value, and a key that
counts something comes as ``key.one`` and ``key.other``. A new language is a new entry in
:data:`STRINGS` with the same keys.
"""

from __future__ import annotations

EN: dict[str, str] = {
    "lang": "en",
    "decimal": ".",
    "yes": "yes",
    "no": "no",
    # The rules
    "rule": "Rule",
    "rule.fixed": "Fixed window",
    "rule.sliding": "Sliding window",
    # The text twin
    "sentence.rule": "{rule}, at most {limit} in {window} s: {placed}, {admitted}, {refused}.",
    "sentence.empty": "{rule}, at most {limit} in {window} s: no send placed yet.",
    "sentence.window": "The moving window that ends at {position} s holds {inside} and {refused}; "
    "the fullest window ends at {end} s and holds {most}, {verdict}.",
    "placed.one": "{n} send placed",
    "placed.other": "{n} sends placed",
    "admitted.one": "{n} admitted",
    "admitted.other": "{n} admitted",
    "refused.one": "{n} refused",
    "refused.other": "{n} refused",
    "admitted_sends.one": "{n} admitted send",
    "admitted_sends.other": "{n} admitted sends",
    "verdict.within": "which keeps to the limit of {limit}",
    "verdict.over": "which breaks the limit of {limit}",
    "table.caption": "The sends, in order of time",
    "table.number": "Send",
    "table.time": "Time (s)",
    "table.admitted": "Admitted",
    "table.in_window": "Admitted in the window that ends here",
    # What is shown beside the picture
    "widget": "Time line of sends",
    "picture": "Time line from 0 to {span} s. The sentence and the table below say the same.",
    "second": "{n} s",
    "fixed_count": "{n} of {limit}",
    "count.within": "Moving window: {admitted}, within the limit of {limit}.",
    "count.over": "Moving window: {admitted}, {over} over the limit of {limit}.",
    "legend.admitted": "admitted",
    "legend.refused": "refused",
    "legend.inside": "outlined: in the moving window",
    "legend.fixed": "edge of a fixed window",
    # Controls
    "limit": "Limit",
    "window": "Window (s)",
    "cursor": "Cursor",
    "cursor.here": "{time} s, here {admitted} and {refused}",
    "position": "Moving window ends at",
    "place": "Place a send here",
    "remove": "Remove the nearest send",
    "clear": "Clear",
    "burst": "Show the boundary burst",
    "table.summary": "Table of the sends",
    "help.keys": "On the cursor: Left and Right move it, Space or Enter places a send, "
    "Delete removes the nearest one, Shift with Left or Right slides the window.",
    "help.pointer": "On the line: click to place a send, click a send to remove it, "
    "drag the shaded window to slide it.",
    # Mistakes in the arguments
    "error.whole": "{name} must be a whole number, {least} or more; it is {value}.",
    "error.rule": "rule must be 'fixed' or 'sliding'; it is {value}.",
    "error.list": "sends must be a list of times in milliseconds; it is {value}.",
    "error.send": "Every send must be a whole number of milliseconds from 0 to {span}, "
    "the span; {value} is not.",
    "error.position": "position must be from 0 to {span}, the span; it is {value}.",
    "error.order": "sends must be in order of time; {value} comes after {previous}.",
}

STRINGS: dict[str, dict[str, str]] = {"en": EN}


def fill(strings: dict[str, str], key: str, **values: object) -> str:
    """Give the template ``key`` with its ``{names}`` replaced."""
    text = strings[key]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def counted(strings: dict[str, str], key: str, n: int) -> str:
    """Fill the template ``key.one`` or ``key.other``, whichever the language uses for ``n``."""
    return fill(strings, f"{key}.{'one' if n == 1 else 'other'}", n=n)


def seconds(strings: dict[str, str], milliseconds: int) -> str:
    """Write milliseconds as seconds, without needless zeros: 10_000 is "10", 9_400 is "9.4"."""
    whole, rest = divmod(milliseconds, 1_000)
    digits = f"{rest:03d}".rstrip("0")
    return f"{whole}{strings['decimal']}{digits}" if digits else str(whole)
