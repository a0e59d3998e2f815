"""The questions about figures and about an offer: what each letter is told."""

from __future__ import annotations

from sendwell.reports.people import Question

FIGURES = (
    Question(
        "1. Early and complete",
        {"c": "No share is above all. Both figures cannot hold for the same appeals."},
        {
            "a": "That is what multiplying gives, and more than all is impossible. So one of the "
            "figures, or the multiplying, is wrong.",
            "b": "Cutting at all of them repairs the sum, not the figures: then complete documents "
            "would not multiply it by that factor.",
            "d": "Then the factor would do nothing. It cannot be kept beside the first figure.",
        },
        (
            "Do the multiplication.",
            "What is the largest share that there can be?",
            "More than certain: then not both can be true of the same appeals.",
        ),
    ),
    Question(
        "2. Three of whom?",
        {"c": "Both readings fit the sentence. Who quotes the figure has to say: of whom?"},
        {
            "a": "That would be right if the share were of all who are suspended. The article does "
            "not say so.",
            "b": "That would be right if the share were of those who appeal. The article does not "
            "say so.",
        },
        (
            "What is the small share a share of?",
            "Work it out for all 1,000, and for those who appeal. Which does the article mean?",
            "It does not say.",
        ),
    ),
    Question(
        "3. The reports for India",
        {"b": "An account that is acted on was banned or restored. It is a ceiling, no more."},
        {
            "a": "Acting means banning or restoring. How many of them were restored is not given.",
            "c": "Few were acted on through this one way, in one country and month. It does not "
            "count the reviews in the app.",
            "d": "A ceiling for one way in one country neither confirms nor refutes it.",
        },
        (
            "What does acting mean in these reports?",
            "Banned or restored. So how many were restored at most?",
            "At most as many as were acted on.",
        ),
    ),
    Question(
        "4. The first hours",
        {"b": "Who is sure of being in the right writes at once. Then speed is a sign, no cause."},
        {
            "a": "That would follow if the same kinds of case wrote early and late. Who writes "
            "early may be another kind of person, with another kind of case.",
            "c": "Nothing published says in which order letters are read.",
        },
        (
            "Who writes within hours, and who after days?",
            "Perhaps those who did nothing wrong are quicker.",
            "Two groups that differ in more than speed",
        ),
    ),
    Question(
        "5. Which words win?",
        {"c": "Nobody has compared letters. Honest and complete is right anyway."},
        {
            "a": "No study says so. Being polite is right for another reason: people read it.",
            "b": "A template that worked for one shows nothing, and its facts are not yours.",
        },
        (
            "Who has compared letters?",
            "Look for a study with two kinds of letter and many cases.",
            "There is none that we found.",
        ),
    ),
)

OFFER = (
    Question(
        "1. “Your account back in 24 hours: guaranteed.”",
        {"a": "Nobody outside can promise what WhatsApp will decide."},
        {
            "b": "Worse: it promises what nobody outside decides.",
            "c": "This sentence asks for nothing yet. It promises.",
            "d": "It may turn out to be. What the sentence itself does is promise.",
            "e": "No letter is spoken of here.",
            "f": "Who could know this?",
        },
        ("Who decides?", "Can somebody outside know the answer before?", "A promise"),
    ),
    Question(
        "2. “Or all your money back.”",
        {"b": "A refund is a price. If one in a hundred works, the seller earns on that one."},
        {
            "a": "A refund can be promised. The question is what it tells you.",
            "c": "Not by itself. Look at what a refund says about success.",
            "d": "It is about the price only.",
            "e": "It is about the price only.",
            "f": "It may be true. But is it an answer to how often it works?",
        },
        ("What does it say about success?", "Let one in a hundred work.", "Nothing about success"),
    ),
    Question(
        "3. “Send us the six-digit code, so that we can speak in your name.”",
        {"c": "Whoever has the code has the account. No support needs it."},
        {
            "a": "It is no promise. What would they hold afterwards?",
            "b": "Right, and the least of its faults. What would they hold afterwards?",
            "d": "It is worse: afterwards the account is theirs.",
            "e": "No letter is spoken of here.",
            "f": "No support needs a code.",
        },
        ("What is the code for?", "Who has it can log in.", "Handing over"),
    ),
    Question(
        "4. “Our contact at WhatsApp moves your case to the top.”",
        {"a": "No third party has a place of its own, or sees the state of a review."},
        {
            "b": "It claims more: a way that nobody outside has.",
            "c": "It asks for nothing yet.",
            "d": "There is no such way. So it is no way round, it is an empty promise.",
            "e": "No letter is spoken of here.",
            "f": "Nothing published knows of such contacts; the review is asked for by the owner.",
        },
        ("Is there such a way?", "Requests are made by the owner of the account.", "A promise"),
    ),
    Question(
        "5. “A proven apology: only put in your name.”",
        {"e": "Its facts are not yours, and perhaps there is nothing to apologise for."},
        {
            "a": "“Proven” does promise. But look at what you would sign.",
            "b": "True as well; nobody has compared letters. But look at what you would sign.",
            "c": "Only your name. But look at what you would sign.",
            "d": "It does not go round the measure. Look at what you would sign.",
            "f": "Proven by what?",
        },
        ("What stands in the letter?", "Whose facts are they?", "An untruth"),
    ),
    Question(
        "6. “Meanwhile: a fresh number, ready for your list.”",
        {"d": "It goes on with the cause, under another number. That is evasion."},
        {
            "a": "It can be delivered. Should it be used?",
            "b": "True. But what is it for?",
            "c": "It gives you something. What for?",
            "e": "No letter is spoken of here.",
            "f": "A number can be sold. What is it for?",
        },
        ("What is the number for?", "The list goes on getting offers.", "A way round"),
    ),
    Question(
        "7. In small print: “You can also request a review yourself, in the app, free of charge.”",
        {"f": "Yes. That is the whole service, and it is yours already."},
        {
            "a": "It promises nothing.",
            "b": "It does not claim to.",
            "c": "It asks for nothing.",
            "d": "It is the very way that the platform offers.",
            "e": "It says nothing about what to write.",
        },
        ("Is it true?", "Compare it with part 1.", "The one true sentence"),
    ),
)
