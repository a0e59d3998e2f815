"""The eight cases of the decide notebook: the right answers, and what each wrong one teaches.

The notebook prints what happened; here stand the answers, in the same order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sendwell.advice import strings
from sendwell.advice.form import Decision


@dataclass(frozen=True)
class Situation:
    """One case.

    ``places`` and ``stances`` say what a wrong one is told; ``elsewhere`` is for all other places.
    """

    title: str
    answer: Decision
    hints: tuple[str, str, str]
    elsewhere: str
    places: Mapping[str, str]
    stances: Mapping[str, str]

    def feedback(self, given: Decision) -> str:
        """Why ``given`` is wrong, in a sentence; "" if it is right."""
        if given.place != self.answer.place:
            return self.places.get(given.place, self.elsewhere)
        if given.stance != self.answer.stance:
            return f"{strings.PLACE_RIGHT} {self.stances[given.stance]}"
        return ""


SITUATIONS = (
    Situation(
        "1. Dina wrote to a residents' list",
        Decision("app", "admits"),
        (
            "Is there a place that is open to her? And does she know what happened?",
            "The app offers it. None of the 80 had asked, and she knows that.",
            "app, and the one stance of somebody who knows that a rule was broken",
        ),
        "Her account is one of the app, the notice offers a review there, and nothing was asked "
        "yet. So the app is the one place.",
        {
            "wait": "A ban shows no timer. It does not end by itself.",
            "nothing": "She has found the cause, stopped it and mended it. That is just what a "
            "request can say.",
            "read": "She has the words of the notice. Read they are.",
        },
        {
            "contests": "None of the 80 had asked, and she knows it. A letter that contests would "
            "say something untrue.",
            "does not know": "She knows: she compared the list, and none of the 80 had asked.",
        },
    ),
    Situation(
        "2. Leo has a timer",
        Decision("wait"),
        (
            "Does this measure end by itself?",
            "The cause is gone, and the timer runs. What is there to ask?",
            "One word",
        ),
        "The timer ends by itself, and he has already removed the cause. There is nothing to ask.",
        {"nothing": "Nearly: nothing is asked. But there is a time to look at: the timer's end."},
        {},
    ),
    Situation(
        "3. Mina's practice can show every yes",
        Decision("home", "contests"),
        (
            "Which kind of account is it, and who may ask?",
            "Business platform, and she is an administrator. What do the signed forms show?",
            "support home, and the stance of somebody who can show that no rule was broken",
        ),
        "The business platform has a place of its own, Business Support Home, and she is an "
        "administrator: she can ask there.",
        {
            "app": "The app is for accounts of the app. Hers is on the business platform.",
            "wait": "Nothing says that this ends by itself, and the period for a request runs.",
        },
        {
            "admits": "She went through all 300, and each had signed. Nobody should confess what "
            "did not happen, not even to please.",
            "does not know": "She does know what she sent and who had asked. That she does not "
            "know why the platform acted, the letter can say as well.",
        },
    ),
    Situation(
        "4. Pavel has asked already",
        Decision("wait"),
        (
            "What has he done already?",
            "His request has no answer yet. What would another one do?",
            "One word",
        ),
        "A request is open. Another makes nothing faster.",
        {"nothing": "Nearly: nothing new is asked. But an answer is to come, and he looks for it."},
        {},
    ),
    Situation(
        "5. A reading circle with one phone for three",
        Decision("app", "does not know"),
        (
            "What do the three know about last week?",
            "The app is open to them. Could they honestly say that no rule was broken?",
            "app, and the stance of somebody who cannot tell",
        ),
        "An account of the app, a ban, a review offered, nothing asked yet: the app is the place.",
        {
            "wait": "A ban does not end by itself. That they cannot find the cause is no reason to "
            "stay silent: a letter may say so.",
            "nothing": "Not knowing is no reason to give up. A letter may say: we do not know.",
            "read": "They have the words of the notice. What they lack are their own chats.",
        },
        {
            "admits": "Nobody knows that a rule was broken. A confession to be on the safe side is "
            "an untruth as well.",
            "contests": "They cannot tell what was sent, so they cannot say that no rule was "
            "broken. “We do not know, and this is what we looked at” is true.",
        },
    ),
    Situation(
        "6. Sol's answer is there",
        Decision("nothing"),
        (
            "What did the platform answer?",
            "He has no fact that his request did not have. What would the same letter do?",
            "One word",
        ),
        "The answer is “unchanged”, and he has no new fact. The same request again moves nothing, "
        "in whatever words.",
        {"wait": "There is nothing to wait for: the answer is there."},
        {},
    ),
    Situation(
        "7. Rosa cannot get in",
        Decision("read"),
        (
            "What exactly was done to her account?",
            "Nobody knows whether it is a ban, a timer, or a forgotten code.",
            "One word",
        ),
        "Nobody knows yet what this is. A ban, a timer and a lock have different places. First the "
        "official app on her own phone, and the words on the screen.",
        {"wait": "Wait for what? Perhaps there is a timer, perhaps not. First she has to look."},
        {},
    ),
    Situation(
        "8. Radio Laguna's channel",
        Decision("complaint", "contests"),
        (
            "Which kind of account is it, and where?",
            "A public channel in the European Union has a right of its own.",
            "complaint, and the stance of somebody who checked and found no breach",
        ),
        "For a public channel in the European Union there is a complaint of its own, free of "
        "charge, and open for months.",
        {
            "app": "Not wrong as a thought. But a public channel in the European Union has a "
            "complaint of its own, with rules for the platform, too.",
            "nothing": "The complaint is open for months, and this is the first week.",
        },
        {
            "admits": "They checked every post, and none breaks a rule. Nobody should confess what "
            "did not happen.",
            "does not know": "They do know: they kept every post, and checked each against the "
            "guidelines.",
        },
    ),
)
