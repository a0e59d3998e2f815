"""What the platform's tables say to a learner; Italian follows as entries with the same keys."""

from __future__ import annotations

EN: dict[str, str] = {
    # Visible signs. The words are the course's; each rests on the claims named in `signs`.
    "reported": "Nothing. Nobody tells the person who was reported.",
    "blocked.business": "A business sees its number's quality, from the feedback of the last days, "
    "with reasons for blocks.",
    "warning.business": "A business account: a warning, as the first step of its ladder.",
    "warning.none": "It may be missing: a business number can be banned without one.",
    "limited.business": "A business account: for some days it cannot start conversations or add "
    "numbers; the next step also stops replies.",
    "limited.article": "An article says: for a while the account receives and cannot send.",
    "suspended.timer": "A timer that counts down.",
    "suspended.cause": "It may mean an unofficial app or scraping. Whoever goes on risks a "
    "permanent ban.",
    "banned.notice": "In the app: a notice that the account may not use WhatsApp, and a button to "
    "request a review.",
    "banned.silent": "It may come without a message beforehand.",
    "banned.business": "A business account: a lock that needs an appeal, then permanent disabling.",
    "appeal.app": "The app shows how the review stands. More requests do not speed it up.",
    "appeal.business": "A business learns the outcome: unchanged or reversed.",
    # Where a setting comes from
    "chosen": "chosen for the course",
    "yes": "yes",
    "no": "no",
    "kind": "{name} {share}% ({right} right)",
    "messages_per_day": "messages a day",
    "reports_per_day": "reports a day",
    "human": "part of the reports that reaches people",
    "staff": "reviewers on duty (staff in three shifts)",
    "review": "minutes a review",
    "days": "weekend over weekdays",
    "filter_time": "minutes that the filter takes",
    "filter_catches": "filter: right about the guilty and about the innocent",
    "human_catches": "people: right about the guilty and about the innocent",
    "appeals": "measures (beyond a warning) that are appealed",
    "package": "messages in a full report",
    "legal": "reviews that end in the legal one",
    "legal_time": "days that the legal review takes",
    "kinds": "kinds of reports, their shares, and how many of them are right",
    "repeats": "reports about an account reported shortly before",
    "merging": "reports about one account merged",
    "blocks": "reporters who also block; blocks without a report, to each report",
    "thin": "reports with fewer messages than that; what a verdict loses without any",
    "appeal_staff": "reviewers of appeals",
    "brigade": "a crowd's reports about one innocent account, and over how long",
}
STRINGS: dict[str, dict[str, str]] = {"en": EN}
