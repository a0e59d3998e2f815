"""Every sentence that the crowd shows, by language; Python and JavaScript fill them."""

from __future__ import annotations

EN: dict[str, str] = {
    "lang": "en",
    "widget": "A crowd of accounts and a filter",
    "guilty": "Of 1,000 accounts, so many have done something",
    "caught": "Of 1,000 that have done something, it flags",
    "cleared": "Of 1,000 that have done nothing, it leaves alone",
    "value": "{n} of 1,000",
    "sentence": "Of {crowd} accounts the filter flags {right} rightly and {wrong} wrongly. "
    "Of 1,000 flagged accounts, {innocent} are innocent.",
    "sentence.none": "Of {crowd} accounts the filter flags nobody, so nobody can be counted "
    "among the flagged.",
    "picture": "1,000 flagged accounts: {innocent} empty squares for the innocent, {guilty} filled "
    "squares for the others.",
    "picture.none": "No square: nobody is flagged.",
    "legend.innocent": "empty: innocent",
    "legend.guilty": "filled: has done something",
    "table.caption": "The crowd, counted",
    "table.who": "Accounts",
    "table.flagged": "Flagged",
    "table.alone": "Left alone",
    "table.guilty": "Have done something",
    "table.innocent": "Have done nothing",
    "again": "Back to the start",
    "error.number": "{name} must be a whole number from 0 to 1000; it is {value}.",
}

STRINGS: dict[str, dict[str, str]] = {"en": EN}
