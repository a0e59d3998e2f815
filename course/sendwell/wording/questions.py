"""Six questions of m04's decide notebook on what no filter sees; each letter with its reason."""

from __future__ import annotations

from sendwell.reports.people import Question

QUESTIONS = (
    Question(
        "1. What is seen of a private message that nobody reports",
        {"c": "How an account behaves is seen, and what people do about it. Not the words."},
        {
            "a": "The chat is encrypted. The company has published that it does not see the words.",
            "b": "That is what the article says. In a private chat nobody could search for them.",
            "d": "The words are not seen. That an account writes to hundreds of people is.",
        },
        (
            "What does encryption hide: the letter, or that you post letters?",
            "Three stages were published: registration, behaviour, feedback.",
            "How many, how fast, and what people do about it; not the words.",
        ),
    ),
    Question(
        "2. How the words come to the platform after all",
        {
            "b": "The last messages go along with the report.",
            "d": "Such a template is approved before it may go, so somebody has read it.",
        },
        {
            "a": "There are two ways. One of them begins with somebody who did not want it.",
            "c": "In a private chat no word calls the platform.",
        },
        (
            "Who has the message in clear?",
            "Whoever got it can send it on. And what is read before it is sent?",
            "With a report, and with a template that has to be approved.",
        ),
    ),
    Question(
        '3. "At no cost" for "free"',
        {"c": "People report what they did not ask for. That stays as it was."},
        {
            "a": "The article says so, without a source. Nobody reports a word.",
            "b": "There is no such filter in a private chat, and the reader still reads.",
            "d": "Honest is who asked for it, and what it says. Other words hide it at best.",
        },
        (
            "Why did people report it?",
            "Did anybody ask for the offer, in either wording?",
            "The reason for the reports is the same as before.",
        ),
    ),
    Question(
        "4. An offer with none of the words, to 240 who did not ask",
        {"b": "A wording without any of the words is still an offer that nobody asked for."},
        {
            "a": "Each of the 240 can press Block, or Report.",
            "c": "The rule is not about words: a business needs the person's yes.",
            "d": "The article gives a number of links. The people here did not ask, with any "
            "number.",
        },
        (
            "Who reads it?",
            "What can each of the 240 do with two fingers?",
            "Some block and report, and that counts.",
        ),
    ),
    Question(
        "5. A score of 12",
        {"b": "Who asked is not in the words, and people's answer is to that."},
        {
            "a": "The shop's filter and the platform have nothing to do with each other.",
            "c": "Then the offer is better hidden, and no better.",
            "d": "A low score says that it looks like honest messages. A good trick does, too.",
        },
        (
            "What does the score know? Only one thing.",
            "Is there a column for who asked?",
            "The score is about words. Who asked is not in them.",
        ),
    ),
    Question(
        "6. What such a filter is good for",
        {
            "b": "A person looks, and a mistake costs little.",
            "d": "Among reported messages many are unwanted, and a person decides.",
        },
        {
            "a": "Then you train yourself to hide, and the offer stays what it is.",
            "c": "Nobody looks, so each false alarm is a customer whom you lose.",
        },
        (
            "What does a false alarm cost, and who looks?",
            "Two are right: where a person decides in the end.",
            "To sort what comes in, and to put reported messages in an order.",
        ),
    ),
)
