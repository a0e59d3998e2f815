"""What somebody sees of what happens to their account, at each rung: from claims, nothing else.

How *other* people's accounts look when they are suspended is left out on purpose: such signs are
guesses, and looking for them is watching a person (claim E10 is marked as harmful).
"""

from __future__ import annotations

from dataclasses import dataclass

from sendwell import claims
from sendwell.claims import words
from sendwell.platform.settings import LADDER, PlatformError
from sendwell.platform.strings import STRINGS

#: Moment or rung -> (string, claim) each.
_SIGNS: dict[str, tuple[tuple[str, str], ...]] = {
    "reported": (("reported", "P11"),),
    "blocked": (("blocked.business", "P58"),),
    "warning": (("warning.business", "P59"), ("warning.none", "P25")),
    "limited": (("limited.business", "P59"), ("limited.article", "E06")),
    "suspended": (("suspended.timer", "P24"), ("suspended.cause", "P23")),
    "banned": (
        ("banned.notice", "P20"),
        ("banned.silent", "P13"),
        ("banned.business", "P59"),
    ),
    "appeal": (("appeal.app", "P20"), ("appeal.app", "P21"), ("appeal.business", "P61")),
}
#: Moments that have signs, in their order; the rungs of `LADDER` are among them.
MOMENTS = tuple(_SIGNS)


@dataclass(frozen=True)
class Sign:
    """Something that can be seen, and the claims that say so, each with its label."""

    moment: str
    text: str
    claims: tuple[str, ...]
    labels: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.text} {' '.join(self.labels)}"


def signs(moment: str, language: str = "en") -> tuple[Sign, ...]:
    """What the account's owner sees at ``moment`` of `MOMENTS`.

    >>> signs("reported")[0].text
    'Nothing. Nobody tells the person who was reported.'

    Raises PlatformError for another moment.
    """
    if moment not in _SIGNS:
        raise PlatformError(f"No moment {moment!r}; there are: {', '.join(MOMENTS)}.")
    keys: dict[str, list[str]] = {}
    for key, claim in _SIGNS[moment]:
        keys.setdefault(key, []).append(claim)
    return tuple(
        Sign(
            moment,
            STRINGS[language][key],
            tuple(found),
            tuple(words.label(claims.claim(name)) for name in found),
        )
        for key, found in keys.items()
    )


assert set(LADDER) < set(MOMENTS)
