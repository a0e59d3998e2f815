"""Eight questions of the decide notebook, for admins and for people who report together.

The notebook prints the questions and their letters; here stands what each letter is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One row: ``right`` are the right letters with their reasons, ``wrong`` the others."""

    title: str
    right: Mapping[str, str]
    wrong: Mapping[str, str]
    hints: tuple[str, str, str]

    @property
    def letters(self) -> str:
        """The letters of the row, in order."""
        return "".join(sorted([*self.right, *self.wrong]))


QUESTIONS = (
    Question(
        "1. A stranger's deposit trick in your group",
        {"c": "First what proves it, then the person who does it. The members know what to do."},
        {
            "a": "The group did nothing wrong, and the stranger can join the next one too.",
            "b": "A report of the group is about all of it, sends what neighbours wrote last, and "
            "takes you, the admin, out of it. Report the message.",
            "d": "That keeps people from telling the truth about a trick, and leaves it in the "
            "group.",
        },
        (
            "Who has done something: the group, or somebody in it?",
            "What is gone cannot be reported. In which order, then?",
            "Report the message, remove the number, then clear up.",
        ),
    ),
    Question(
        "2. New members",
        {
            "b": "Who uses the link has decided alone.",
            "d": "They were asked, and said yes.",
        },
        {
            "a": "A friend cannot say yes for somebody else. Ask the person.",
            "c": "Living there is no yes. People who are added unasked leave, block and report.",
        },
        (
            "Who has said yes?",
            "Only one's own yes counts. Two letters have it.",
            "A link that one uses oneself, or a yes before one is added.",
        ),
    ),
    Question(
        "3. What happens to the member who reports the group",
        {
            "d": "This is published; so somebody who reports a group should first keep what they "
            "need from it."
        },
        {
            "a": "Reporting a group means leaving it. Try it on the phone of part 2.",
            "b": "The reported side is not notified. That somebody is gone from the list may be "
            "seen; why is not said.",
            "c": "A report need not lead to anything, and it does not throw others out.",
        },
        (
            "Report the group on the phone of part 2, and read who is told what.",
            "What happens to your own membership?",
            "You are out, and come back only when you are invited again.",
        ),
    ),
    Question(
        "4. What goes along when a group is reported",
        {"b": "So harmless neighbours may be among them: report the one message where you can."},
        {
            "a": "The published text speaks of what the group sent to you, and an admin is one of "
            "many in it.",
            "c": "Only the last few go along.",
            "d": "Messages do go along: that is what a report is for.",
        },
        (
            "Report the group on the phone of part 2, and look at the table.",
            "Whose messages have left the phone?",
            "The last ones that you received there, whoever wrote them.",
        ),
    ),
    Question(
        "5. The group is closed; a second one appears",
        {
            "c": "A group that comes back with the same people and habits brings the same trouble. "
            "What was wrong has to be found first, or the decision reviewed."
        },
        {
            "a": "Closing a group changes a list, not what people do. If that stays as it was, "
            "the same happens again.",
            "b": "That goes round a decision. If it was wrong, ask for a review; if it was right, "
            "another name does not mend it.",
            "d": "People who did nothing would be reported for being in a list.",
        },
        (
            "What did closing the first group change, and what not?",
            "What would have to be different for the second to end better?",
            "First the reason, or a review. Then perhaps a group.",
        ),
    ),
    Question(
        "6. Five victims of one landlord who does not exist",
        {
            "a": "Five people tell, each from their own chat, what happened to them. That they "
            "know each other makes none of it less true.",
            "d": "To know how is help. Whether and when is for each to decide.",
        },
        {
            "b": "Each got messages of their own, and each may tell it. Five true reports are no "
            "campaign.",
            "c": "55 of them would report what they never received. That buries five true reports "
            "under untrue ones.",
            "e": "Meanwhile he finds a sixth. What is true today need not look like chance.",
        },
        (
            "To whom did it happen?",
            "Each report must be true of the person who sends it. Two letters keep to that.",
            "Whoever got his messages may report them; nobody else can.",
        ),
    ),
    Question(
        "7. Report him for me",
        {"a": "He has the messages, so his report is the true one. You can be there for him."},
        {
            "b": "You have seen nothing, so your report says nothing true. Many such reports can "
            "hit somebody who did nothing.",
            "c": "A category that is not true makes an untrue report a worse one, and takes the "
            "place of somebody in need.",
            "d": "You would make what you report. Stay away, for your own sake too.",
        },
        (
            "Would you report this if nobody had asked you to?",
            "Who has the messages?",
            "The friend reports, and you help the friend.",
        ),
    ),
    Question(
        "8. Afraid that he will guess",
        {
            "b": "He is not notified, and what you report is still among the last messages.",
            "d": "Your safety comes first, and a plan is no delay for its own sake. Keep the "
            "messages, so that nothing is lost meanwhile.",
        },
        {
            "a": "Waiting hides nothing, since he is not notified on the first day either. "
            "Meanwhile newer messages push the old ones out.",
            "c": "They have not received his messages. What happened to you, only you can report.",
            "e": "Then nothing you have is heard. You may decide so, but not because he would be "
            "told: he would not.",
        },
        (
            "Who tells him, and when?",
            "Two things can be right here: there is no notice, and your safety comes first.",
            "Report now, or first make a plan with somebody you trust.",
        ),
    ),
)
