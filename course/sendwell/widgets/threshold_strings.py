"""Every sentence that the threshold explorer shows, by language."""

from __future__ import annotations

EN: dict[str, str] = {
    "lang": "en",
    "decimal": ".",
    "widget": "A filter's scores and a threshold",
    "threshold": "Threshold: flag every score from here on",
    "unwanted": "Of 1,000 messages, so many are unwanted",
    "miss": "What a missed unwanted message costs",
    "alarm": "What a flagged honest message costs",
    "value.threshold": "{n}",
    "value.unwanted": "{n} of 1,000",
    "value.miss": "{n}",
    "value.alarm": "{n}",
    "sentence.flags": "Measured: from a score of {threshold} on, {found} of {bad} unwanted "
    "messages are flagged, and {alarms} of {good} honest ones.",
    "sentence.honest": "With {unwanted} unwanted in 1,000: of 1,000 flagged messages, {honest} are "
    "honest.",
    "sentence.none": "Nothing is flagged.",
    "sentence.cost": "The mistakes in 1,000 messages cost {cost}.",
    "picture": "Bars by score. Honest messages go up, unwanted ones down; the dashed line is the "
    "threshold. The tables say the same.",
    "axis.low": "score 0: looks honest",
    "axis.high": "100: looks unwanted",
    "legend.honest": "up, empty: honest messages",
    "legend.unwanted": "down, filled: unwanted messages",
    "legend.line": "dashed: threshold; right of it is flagged",
    "matrix.caption": "The measured messages",
    "matrix.who": "Messages",
    "matrix.flagged": "Flagged",
    "matrix.alone": "Let through",
    "matrix.unwanted": "Unwanted",
    "matrix.honest": "Honest",
    "scores.caption": "How many messages have which score",
    "scores.summary": "Table of the scores",
    "scores.score": "Score",
    "scores.honest": "Honest",
    "scores.unwanted": "Unwanted",
    "scores.range": "{first} to {last}",
    "again": "Back to the start",
    "error.number": "{name} must be a whole number from 0 to {most}; it is {value}.",
}

STRINGS: dict[str, dict[str, str]] = {"en": EN}
