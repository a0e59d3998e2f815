"""What happened in the shop's week: the record, and the questions that one asks of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sendwell.shop.people import DEADLINE, Person, Stop, events, people
from sendwell.shop.policy import DAY, HOUR
from sendwell.shop.view import week_html, week_text

#: The house rule: no offer before 08:00, and none from 21:00 on, where the person is.
NIGHT_FROM = 21 * HOUR
NIGHT_UNTIL = 8 * HOUR


@dataclass(frozen=True)
class Send:
    """One attempt to send, at ``time`` (ms after Monday 00:00 in London).

    ``offer`` is the offer's place in the list, or -1 for a part of an answer; ``refused`` is the
    platform's reason, or "".
    """

    time: int
    person: Person
    offer: int
    refused: str = ""


@dataclass(frozen=True)
class Answered:
    """A question, and how many ms it took until its answer was complete; None if it never was."""

    time: int
    person: Person
    took: int | None


@dataclass(frozen=True, repr=False)
class Week:
    """Five days of the shop. ``waiting`` is how many offers were queued at each midnight."""

    sends: tuple[Send, ...]
    answered: tuple[Answered, ...]
    waiting: tuple[int, ...]

    @cached_property
    def offers(self) -> tuple[Send, ...]:
        """The offers that were delivered, in order of time."""
        return tuple(send for send in self.sends if send.offer >= 0 and not send.refused)

    @cached_property
    def answers(self) -> tuple[Send, ...]:
        """The parts of answers that were delivered."""
        return tuple(send for send in self.sends if send.offer < 0 and not send.refused)

    @cached_property
    def refused(self) -> tuple[Send, ...]:
        """What the platform refused."""
        return tuple(send for send in self.sends if send.refused)

    @cached_property
    def unasked(self) -> tuple[Send, ...]:
        """Offers to people who never asked for them."""
        return tuple(send for send in self.offers if send.person.group != "asked")

    @cached_property
    def after_stop(self) -> tuple[Send, ...]:
        """Offers to people who had said stop before."""
        stopped = {event.person: event.time for event in events() if isinstance(event, Stop)}
        return tuple(
            send
            for send in self.offers
            if send.person.number in stopped and send.time >= stopped[send.person.number]
        )

    @cached_property
    def at_night(self) -> tuple[Send, ...]:
        """Offers that arrived from 21:00 until before 08:00 where the person is."""
        return tuple(
            send
            for send in self.offers
            if not NIGHT_UNTIL <= send.person.clock(send.time) < NIGHT_FROM
        )

    @cached_property
    def quickest(self) -> tuple[int, Send] | None:
        """The shortest time between two attempts to write to one person, with the second."""
        last: dict[int, int] = {}
        best: tuple[int, Send] | None = None
        for send in self.sends:
            number = send.person.number
            if number in last and (best is None or send.time - last[number] < best[0]):
                best = (send.time - last[number], send)
            last[number] = send.time
        return best

    @cached_property
    def due(self) -> frozenset[int]:
        """The numbers of those who must get both offers: they asked, and never said stop."""
        stopped = {event.person for event in events() if isinstance(event, Stop)}
        return frozenset(
            p.number for p in people() if p.group == "asked" and p.number not in stopped
        )

    @cached_property
    def served(self) -> frozenset[int]:
        """Those of ``due`` who had both offers by the deadline."""
        got = {(s.person.number, s.offer) for s in self.offers if s.time <= DEADLINE}
        return frozenset(number for number in self.due if {(number, 0), (number, 1)} <= got)

    def on(self, day: int, sends: Iterable[Send]) -> list[Send]:
        """Those of ``sends`` that fall on ``day`` (0 is Monday) in London."""
        return [send for send in sends if send.time // DAY == day]

    def asked_on(self, day: int) -> list[Answered]:
        """Return the questions that arrived on ``day``."""
        return [answer for answer in self.answered if answer.time // DAY == day]

    def __repr__(self) -> str:
        return week_text(self)

    def _repr_html_(self) -> str:
        return week_html(self)
