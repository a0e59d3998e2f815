"""The twelve messages of the decide notebook: every right answer with its reason.

The notebook prints what happens; here stand the answers, in the same order. What may be answered
follows from two rules of this course: a block needs no reason, and a report says something about
somebody, so it must be true.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sendwell.reports import strings
from sendwell.reports.form import Action, Decision, Kind


@dataclass(frozen=True)
class Situation:
    """One row of the table.

    ``right`` are the decisions that are right, the best first, each with its reason. ``kind`` says
    what kind of message it is and why; ``actions`` say why another action is wrong.
    """

    title: str
    right: Mapping[Decision, str]
    hints: tuple[str, str, str]
    kind: str
    actions: Mapping[Action, str]

    def feedback(self, given: Decision) -> str:
        """Why ``given`` is wrong, in a few sentences; "" if it is right."""
        if given in self.right:
            return ""
        if given.kind in {decision.kind for decision in self.right}:
            return self.actions[given.action]
        about = f"{strings.KIND_IS[given.kind]} {self.kind}"
        if given.action in {decision.action for decision in self.right}:
            return f"{strings.KIND_HALF} {about}"
        return f"{about} {self.actions[given.action]}"


def _right(*several: tuple[Kind, Action, str]) -> dict[Decision, str]:
    return {Decision(kind, action): why for kind, action, why in several}


_NOT_NOW = (
    "Nobody is about to be hurt. The emergency services are for that; if you ever feel in danger, "
    "do call them."
)

SITUATIONS = (
    Situation(
        "1. The parcel service that asks for a code",
        _right(
            (
                "scam",
                "both",
                (
                    "He pretends, to get money and a code. The report tells the platform, and the "
                    "block ends it for you."
                ),
            ),
        ),
        (
            "Take the questions in order. Which is the first with a yes?",
            "He says that he is a parcel service. What does he want from you?",
            "He pretends, to get money and a code. For that kind, do two things.",
        ),
        "He pretends to be a parcel service, to get money and a code.",
        {
            "nothing": "Silence protects you, and nobody else. He writes to many, and some pay.",
            "block": "That ends it for you. The platform learns nothing of what he wrote, and the "
            "next person gets the same message.",
            "report": "Right to report. But he can go on writing to you: block as well.",
            "emergency": f"{_NOT_NOW} If you have paid, call your bank first.",
        },
    ),
    Situation(
        "2. The wrong number",
        _right(
            ("nuisance", "block", "A block needs no reason, and you have said that it is wrong."),
            ("nuisance", "nothing", "It is a mistake, and it may end by itself."),
            ("fine", "nothing", "It is a mistake, and nobody does anything wrong."),
            ("fine", "block", "A block needs no reason: it is your phone."),
        ),
        (
            "Does this person sell, pretend or threaten?",
            "Would a report say something true about them?",
            "It is a mistake. Ending it on your own phone is enough, if you want to.",
        ),
        "The person mistakes you for somebody else: no advert, no trick, no threat.",
        {
            "report": "A report says that somebody did wrong. This person dialled wrongly, and "
            "five of the messages would go along for it.",
            "both": "Block if you like. A report would say that somebody did wrong, and this "
            "person only dialled wrongly.",
            "emergency": _NOT_NOW,
        },
    ),
    Situation(
        "3. The fitness studio that you do not know",
        _right(
            (
                "spam",
                "both",
                (
                    "You never gave them your number. The report says what they do, and the block "
                    "ends it for you."
                ),
            ),
        ),
        (
            "Do they pretend or threaten? Or do they sell?",
            "Did you ask for these offers?",
            "Advertising for which you did not ask has one name, and two things to do.",
        ),
        "They sell openly. A true report names what happened: making it sound worse sends it to "
        "the wrong place.",
        {
            "nothing": "Then the next offer comes, to you and to everybody on their list.",
            "block": "That ends it for you. They go on writing to everybody else on their list, "
            "and nobody tells the platform.",
            "report": "Right to report. Nothing then keeps the next offer from you: block as well.",
            "emergency": _NOT_NOW,
        },
    ),
    Situation(
        "4. The tea letter that you asked for",
        _right(
            ("fine", "nothing", "You asked for it. Tell the shop to stop, and see what it does."),
            ("fine", "block", "A block needs no reason, though a stop is kinder and clearer."),
            ("nuisance", "nothing", "Too much is a nuisance. Tell the shop to stop."),
            ("nuisance", "block", "Too much is a nuisance, and a block needs no reason."),
        ),
        (
            "Who asked for these messages?",
            "What could you tell the shop before you tell the platform?",
            "You asked, and you have not said stop. Nothing is wrong yet.",
        ),
        "You asked for these offers, and you have not yet said stop.",
        {
            "report": "A report would say that the shop did wrong. You asked for its letters: "
            "say stop first. If letters still come after that, the answer changes.",
            "both": "Block if you like. A report would say that the shop did wrong, and you "
            "asked for its letters. Say stop first.",
            "emergency": _NOT_NOW,
        },
    ),
    Situation(
        "5. The same shop, after your stop",
        _right(
            (
                "spam",
                "both",
                "After a stop it is advertising that you do not want, and the shop knows.",
            ),
            (
                "spam",
                "report",
                "The report is true. Without a block, the message about your parcel still comes.",
            ),
        ),
        (
            "What has changed since row 4?",
            "You said stop. What is an offer that comes after it?",
            "It is advertising that you no longer ask for, and a report of it is true.",
        ),
        "You said stop, so these are offers for which you no longer ask.",
        {
            "nothing": "The shop had its chance: you said stop, and it must respect that.",
            "block": "It ends it for you, and hides your parcel's message too. That the shop "
            "writes on after a stop is worth a report.",
            "emergency": _NOT_NOW,
        },
    ),
    Situation(
        "6. Pay, or your photographs go to your employer",
        _right(
            (
                "threat",
                "both",
                (
                    "Keep the messages first. Then the report carries them, and the block ends it. "
                    "Take what you kept to the police, and do not pay."
                ),
            ),
            (
                "threat",
                "report",
                "The police may ask you not to block yet. Keep the messages, and do not answer.",
            ),
        ),
        (
            "Does he pretend, or does he say what he will do to you?",
            "Question 2 asks about harm. A name can be harmed, too.",
            "It is a threat: keep, report, block; then the police.",
        ),
        "He pretends nothing. He says that he will harm you unless you pay.",
        {
            "nothing": "You are not to blame, and you need not be alone with it. Silence leaves "
            "him free to go on, with you and with others.",
            "block": "He may have other ways to reach you, and then nobody but you knows what he "
            "wrote. Report as well.",
            "emergency": "Nobody is about to be hurt this minute, so the usual way to the police "
            "is right, with what you have kept. If that changes, or if you feel in danger, call.",
        },
    ),
    Situation(
        "7. Outside your door",
        _right(
            ("danger", "emergency", "He is there now. Everything else can wait."),
            ("threat", "emergency", "It is a threat too, and he is there now. You called first."),
        ),
        (
            "Question 1 comes first for a reason.",
            "How long does a review of a report take, and how far away is he?",
            "He is at the door: somebody may be hurt now.",
        ),
        "He stands at your door and says what he will do: somebody may be hurt now.",
        {
            "nothing": "He is at the door. Call the emergency services.",
            "block": "A block stops messages. It does not stop a person at the door. Call first.",
            "report": "Nobody who reads a report can be at your door. Call first, report later.",
            "both": "Both are right later. Nobody who reads a report can be at your door: call "
            "first.",
        },
    ),
    Situation(
        "8. The mother in the class group",
        _right(
            (
                "danger",
                "emergency",
                "A child may be in danger. Call, or make sure that she has; then help her.",
            ),
        ),
        (
            "Who is in danger, and who writes?",
            "The person who writes does nothing wrong. What does she need?",
            "A child may be hurt: question 1.",
        ),
        "A child may be in danger now. She who writes about it asks for help.",
        {
            "nothing": "Perhaps somebody else has called, and perhaps everybody thinks so. Ask, "
            "or call.",
            "block": "She asks for help. A block shuts her out.",
            "report": "A report is about the person who wrote, and she asks for help. It brings "
            "nobody to the child.",
            "both": "Both are against the person who wrote, and she asks for help. They bring "
            "nobody to the child.",
        },
    ),
    Situation(
        "9. Bread that somebody does not like",
        _right(
            ("fine", "nothing", "It is an opinion. You may answer it, or bake on."),
            ("fine", "block", "A block needs no reason, even if the opinion is allowed."),
            ("nuisance", "nothing", "It hurts, and it is an opinion. You may answer it."),
            ("nuisance", "block", "It hurts, and a block needs no reason."),
        ),
        (
            "Is it untrue, or is it unwelcome?",
            "What would a report of an opinion say?",
            "An opinion is no wrong. Nothing has to be done about it.",
        ),
        "Lev says what he thinks of bread. That is allowed, also when it hurts.",
        {
            "report": "Report is no button for not agreeing. The reviewers' time goes from "
            "somebody who needs it, and the messages of Lev are read for an opinion.",
            "both": "Block if you like. Report is no button for not agreeing.",
            "emergency": _NOT_NOW,
        },
    ),
    Situation(
        "10. Your friend's number wants money",
        _right(
            (
                "scam",
                "report",
                (
                    "Somebody uses her account. The report is true, and you unblock nobody later. "
                    "Tell her another way."
                ),
            ),
            (
                "scam",
                "both",
                "Somebody uses her account. Block until she has it back, and tell her another way.",
            ),
        ),
        (
            "Who writes: Ona, or somebody with her account?",
            "Why must you not call?",
            "Somebody pretends to be Ona, to get money.",
        ),
        "The number is Ona's; what it asks, and that you must not call, say that it is not Ona.",
        {
            "nothing": "All her friends may be getting this message now. Tell her another way, "
            "and report.",
            "block": "That ends it for you. Her other friends get the same message, and the "
            "platform learns nothing.",
            "emergency": f"{_NOT_NOW} Call Ona.",
        },
    ),
    Situation(
        "11. The offer of the shop next door",
        _right(
            ("fine", "nothing", "They wrote to their own customer, and not to you."),
            ("fine", "block", "It does no harm, and it changes nothing: they do not write to you."),
        ),
        (
            "What have they sent to you?",
            "Whose customers are they writing to?",
            "They write to people of their own. There is nothing for you to report.",
        ),
        "They wrote to a customer of theirs, and nothing to you.",
        {
            "report": "You would report what you have not received, to hurt a rival. A report is "
            "about what happened to you; that one would be untrue.",
            "both": "You would report what you have not received, to hurt a rival. That report "
            "would be untrue.",
            "emergency": _NOT_NOW,
        },
    ),
    Situation(
        "12. A group of sure winners",
        _right(
            (
                "scam",
                "report",
                "The report of the group also takes you out of it, and a group cannot be blocked.",
            ),
            (
                "scam",
                "both",
                "Report the group, and block the person who added you: then neither reaches you.",
            ),
        ),
        (
            "What do they promise, and what do they want first?",
            "A group cannot be blocked. What does a report of a group do to you?",
            "They pretend to win, to get your money. A group can be reported.",
        ),
        "Sure profits are a pretence, and what they want is your deposit.",
        {
            "nothing": "Others in the group do pay. A report also takes you out of it.",
            "block": "A group cannot be blocked, only a person in it. Report the group.",
            "emergency": f"{_NOT_NOW} If you have paid, call your bank first.",
        },
    ),
)
