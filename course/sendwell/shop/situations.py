"""The twelve situations of the decide notebook: the right answers, and what each wrong one teaches.

The notebook prints what happens; here stand the answers, in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass

from sendwell.shop.form import Answer

_SEND = Answer("send")
_NEVER = Answer("do not send")
_S, _MIN, _H = 1_000, 60_000, 3_600_000


@dataclass(frozen=True)
class Situation:
    """One row of the table.

    ``send``, ``wait`` and ``never`` are what to say to each of the three answers when it is wrong;
    ``short`` and ``long`` to a wait of the wrong length.
    """

    title: str
    answer: Answer
    hints: tuple[str, str, str]
    send: str = ""
    wait: str = ""
    never: str = ""
    short: str = ""
    long: str = ""

    def feedback(self, given: Answer) -> str:
        """Why ``given`` is wrong, in a sentence; "" if it is right."""
        if given == self.answer:
            return ""
        if given.kind == "wait" == self.answer.kind:
            return self.short if given.wait < self.answer.wait else self.long
        return {"send": self.send, "wait": self.wait, "do not send": self.never}[given.kind]


SITUATIONS = (
    Situation(
        "1. Ana asked four minutes ago",
        _SEND,
        (
            "Go through the six questions. Does any of them hold you back?",
            "She wrote to you less than 24 hours ago. What does that open?",
            "Her service window is open, and she is waiting for you.",
        ),
        wait="Nothing asks for a wait: she wrote to you, so she takes no place in the limit, and "
        "it is the first message to her. A person who asks is waiting.",
        never="She asked you a question. Answering is what the customer service window is for, "
        "and plain text is allowed in it.",
    ),
    Situation(
        "2. Ben is on a list that you bought",
        _NEVER,
        (
            "Question 1 decides.",
            "Did Ben give his number to you, and say yes to you?",
            "A seller cannot say yes for Ben. No pace makes up for that.",
        ),
        send="Ben never said yes to your shop; a seller cannot say it for him. To Ben your message "
        "comes from a stranger, whatever the hour and the pace.",
        wait="Waiting does not turn into permission. Ben has said nothing to you today, and he "
        "will have said nothing tomorrow.",
    ),
    Situation(
        "3. Chloe said stop after the offer was queued",
        _NEVER,
        (
            "Question 1 has two halves: asked, and not taken back.",
            "What counts is what she wants when the message leaves, not when it was queued.",
            "Her stop at 11:40 is later than her yes in March.",
        ),
        send="Her stop came before the message left. A queue is no excuse: ask question 1 at the "
        "moment of sending, not at the moment of queueing.",
        wait="Her stop does not run out. She hears from you again when she asks for it.",
    ),
    Situation(
        "4. Dev got a message two seconds ago",
        Answer("wait", 4 * _S),
        (
            "Question 6 decides.",
            "Messages to one person are at least 6 s apart. How many of the 6 have gone by?",
            "6 s less the 2 s that have gone by.",
        ),
        send="Two seconds after the last message to the same person is too soon: your shop leaves "
        "at least 6 s. That the window is open does not change the pace.",
        never="Dev is waiting for this answer. Only the pace holds it back, and only for seconds.",
        short="After that wait, fewer than 6 s lie between the two messages.",
        long="Right to wait, and longer than needed: some of the 6 s have gone by already. "
        "The table asks for the shortest wait.",
    ),
    Situation(
        "5. Emma would be person 251",
        Answer("wait", 3 * _H),
        (
            "Question 4 decides.",
            "A place becomes free when the earliest of the 250 is 24 hours old. When is that?",
            "The earliest was yesterday at 14:30, so the place is free today at 14:30.",
        ),
        send="All 250 places are taken: the earliest of them is not yet 24 hours old. The platform "
        "would refuse the message.",
        never="Emma asked for offers. Nothing is wrong with writing to her; there is only no room "
        "yet, and you can work out when there is.",
        short="At that moment all 250 places are still taken: the earliest person was written to "
        "yesterday at 14:30.",
        long="A place is free earlier. The 24 hours move with the clock: they do not start anew "
        "at midnight, and they do not start with Emma.",
    ),
    Situation(
        "6. Farid, exactly 24 hours after the earliest",
        _SEND,
        (
            "Question 4 again, at its edge.",
            "The window reaches from just after this time yesterday until now.",
            "What happened exactly 24 hours ago no longer counts.",
        ),
        wait="The earliest person was written to exactly 24 hours ago, and exactly 24 hours is "
        "outside the window: one place is free now.",
        never="Farid asked for offers, and a place has just become free: exactly 24 hours ago is "
        "outside the window.",
    ),
    Situation(
        "7. Grace is one of the 250 already",
        _SEND,
        (
            "What does the limit count: messages, or people?",
            "Grace has a place among the 250. Does a second message take another one?",
            "The limit counts different people: a repeat takes no place.",
        ),
        wait="The limit counts different people, not messages. Grace has her place among the 250, "
        "so a second message to her takes none.",
        never="She asked for this message, and she has her place among the 250 already: a second "
        "message to the same person takes no other place.",
    ),
    Situation(
        "8. Hugo lives in Perth",
        Answer("wait", 10 * _H),
        (
            "Question 5 decides.",
            "Perth is 8 hours ahead. What does Hugo's clock say?",
            "For Hugo it is 22:00. Offers start again at 08:00 on his clock.",
        ),
        send="In London it is 14:00, for Hugo it is 22:00. Quiet hours go by the clock of the "
        "person who gets the message.",
        never="Hugo asked for offers. It is only the wrong hour for him, and hours pass.",
        short="At the end of that wait it is still before 08:00 in Perth, or after 21:00.",
        long="Offers may reach him from 08:00 in Perth on, and that is earlier.",
    ),
    Situation(
        "9. Inga wrote exactly 24 hours ago",
        _NEVER,
        (
            "Question 3 decides, at its edge.",
            "The service window lasts 24 hours. Is exactly 24 hours still inside?",
            "The window has just closed, and you have no approved template.",
        ),
        send="Exactly 24 hours after her last message the customer service window is closed. "
        "Outside it only an approved template may go, and there is none.",
        wait="Waiting does not open the window again: only a message from Inga does.",
    ),
    Situation(
        "10. Jonas wrote one minute less than 24 hours ago",
        _SEND,
        (
            "Compare it with the situation before.",
            "How old is his last message, to the minute?",
            "23 hours and 59 minutes: the window is open.",
        ),
        wait="His window is open for one more minute, and nothing else holds you back. If you "
        "wait, it closes.",
        never="His last message is 23 hours and 59 minutes old: the window is open, and plain text "
        "may go.",
    ),
    Situation(
        "11. The platform says: too many blocks and reports",
        _NEVER,
        (
            "Question 2 decides.",
            "Error 131048 is not about speed. What is it about?",
            "The platform says stop. First find out why people block and report.",
        ),
        send="Error 131048 says that too many people blocked or reported you. Going on adds to it. "
        "Stop, and find out whom you wrote to, and what.",
        wait="This error is not about speed, so no wait mends it. First find out why people block "
        "and report, and put that right; only then ask the six questions again.",
    ),
    Situation(
        "12. Eighty people asked for the tea letter",
        _SEND,
        (
            "Go through the six questions. Many people at once is none of them.",
            "Did they ask? Is there room for all of them?",
            "100 and 80 are 180 people: no more than 250.",
        ),
        wait="They asked, it is daytime, and 180 people fit into the limit. Writing to many people "
        "is fine if each of them asked.",
        never="One message to many people is not wrong in itself. These people asked for it, and "
        "180 people fit into the limit.",
    ),
)
