"""Every sentence that the bucket beside the window shows, by language.

The templates are filled as those of :mod:`sendwell.widgets.timeline_strings`; Python and JavaScript
use the same. A new language is a new entry in :data:`STRINGS` with the same keys.
"""

from __future__ import annotations

EN: dict[str, str] = {
    "lang": "en",
    "decimal": ".",
    "sends": "sends",
    "waits": "waits",
    "same": "the same",
    "different": "different",
    # The text twin
    "sentence.rules": "Bucket of {tokens}, one more every {every} s, beside a moving window that "
    "admits {capacity} in {window} s.",
    "sentence.empty": "No send yet.",
    "sentence.verdicts": "Of {sends}, the bucket lets {bucket} through and the window {window}.",
    "sentence.same": "They answer every send alike.",
    "sentence.differ": "They answer differently at {times} s.",
    "sentence.now": "At {now} s: {bucket}; {window}.",
    "now.bucket": "the bucket holds {tokens}, the next comes in {wait} s",
    "now.bucket.full": "the bucket is full, with {tokens}",
    "now.window": "the window has {places}, the next in {wait} s",
    "now.window.full": "the window is empty, with {places}",
    "tokens.one": "{n} token",
    "tokens.other": "{n} tokens",
    "places.one": "{n} free place",
    "places.other": "{n} free places",
    "counted.one": "{n} send",
    "counted.other": "{n} sends",
    "table.caption": "The sends, in order of time: what each had just before, and what it said",
    "table.number": "Send",
    "table.time": "Time (s)",
    "table.tokens": "Tokens before",
    "table.bucket": "Bucket",
    "table.places": "Free places before",
    "table.window": "Moving window",
    "table.differ": "Answers",
    # What is shown beside the picture
    "widget": "A token bucket beside a moving window",
    "meters": "Bucket and window now. The sentence below says the same.",
    "picture": "Tokens in the bucket and free places in the window, from 0 to {span} s. "
    "The sentence and the table below say the same.",
    "bucket.title": "Bucket",
    "window.title": "Moving window",
    "next": "next in {wait} s",
    "next.none": "all there",
    "lane.bucket": "Bucket: tokens",
    "lane.window": "Moving window: free places",
    "second": "{n} s",
    "legend.admitted": "sends",
    "legend.refused": "waits",
    "legend.differ": "joined: they answer differently",
    "legend.token": "may go now: a token, a free place",
    # Controls
    "capacity": "Capacity",
    "refill": "One more every (s)",
    "now": "Time",
    "send": "Send now",
    "burst": "Send {n} at once",
    "remove": "Remove the nearest send",
    "clear": "Clear",
    "step": "Step",
    "play": "Play",
    "pause": "Pause",
    "table.summary": "Table of the sends",
    "help.keys": "On the time: Left and Right step, Space or Enter sends, Delete removes the "
    "nearest send, P plays and pauses.",
    "help.pointer": "On the picture: click to send at that time, click a send to remove it.",
    # Mistakes in the arguments
    "error.whole": "{name} must be a whole number, {least} or more; it is {value}.",
    "error.capacity": "capacity must be a whole number from 1 to {most}; it is {value}.",
    "error.list": "sends must be a list of times in milliseconds; it is {value}.",
    "error.send": "Every send must be a whole number of milliseconds from 0 to {span}, "
    "the span; {value} is not.",
    "error.now": "now must be from 0 to {span}, the span; it is {value}.",
}

STRINGS: dict[str, dict[str, str]] = {"en": EN}
