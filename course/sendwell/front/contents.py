"""The course's notebooks, in order, and the exercises in each; a test compares the two."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Notebook:
    """One notebook: ``exercises`` are its core, ``further`` what is beyond the pass mark.

    ``minutes`` are for the core.
    """

    module: str
    name: str
    title: str
    minutes: int
    exercises: tuple[str, ...]
    further: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where it lies, from the front door."""
        return f"{self.module}/{self.name}.ipynb"

    @property
    def for_programmers(self) -> bool:
        """Whether it needs Python."""
        return self.name == "build"


#: How a notebook is called in which the module decides, and in which it builds.
DECIDE, BUILD = "decide", "build"

NOTEBOOKS = (
    Notebook(
        "m01-notices",
        DECIDE,
        "Which card were you shown: decide",
        25,
        ("cards.kinds", "cards.helpers", "cards.order", "cards.steps", "cards.meanwhile"),
    ),
    Notebook(
        "m01-notices",
        BUILD,
        "Which card were you shown: build",
        30,
        ("notices.first_row", "notices.read_notice", "notices.next_step"),
    ),
    Notebook(
        "m03-throttle",
        DECIDE,
        "How fast: decide when to send",
        40,
        ("pacing.situations", "pacing.refusals", "pacing.policy"),
    ),
    Notebook(
        "m03-throttle",
        BUILD,
        "How fast: build a throttle",
        60,
        (
            "throttle.allowed",
            "throttle.burst_times",
            "throttle.simple_window",
            "throttle.sliding_window",
        ),
        (
            "further.token_bucket",
            "further.wait_before_retry",
            "gate.three_limits",
            "queueing.next_to_send",
        ),
    ),
    Notebook(
        "m04-content",
        DECIDE,
        "What you write: decide",
        35,
        (
            "wording.messages",
            "wording.words",
            "wording.thresholds",
            "wording.chat",
            "wording.draft",
        ),
    ),
    Notebook(
        "m04-content",
        BUILD,
        "What you write: build a filter",
        60,
        (
            "content.normalise",
            "content.naive_bayes",
            "content.metrics",
            "content.best_threshold",
        ),
        ("content.split_by_family", "content.classifier", "content.review_my_message"),
    ),
    Notebook(
        "m05-reporting",
        DECIDE,
        "What Report sends, and to whom: decide",
        40,
        ("reports.messages", "reports.people", "reports.steps", "reports.crowd"),
    ),
    Notebook(
        "m05-reporting",
        BUILD,
        "What Report sends, and how often it is right: build",
        40,
        (
            "reporting.report_package",
            "reporting.posterior",
            "reporting.innocent_among",
            "reporting.merge_reports",
        ),
    ),
    Notebook(
        "m06-review",
        DECIDE,
        "The queue behind the button: decide",
        40,
        (
            "waiting.load",
            "waiting.causes",
            "waiting.order",
            "waiting.wrong",
            "waiting.conclusions",
        ),
    ),
    Notebook(
        "m06-review",
        BUILD,
        "The queue behind the button: build",
        50,
        (
            "review.triage",
            "review.utilisation",
            "review.waiting_from_length",
            "review.consistent_pairs",
            "review.review_queue",
        ),
    ),
    Notebook(
        "m08-appeal",
        DECIDE,
        "Asking for a review: decide",
        45,
        ("advice.cases", "advice.figures", "advice.offer", "advice.card"),
    ),
    Notebook(
        "m08-appeal",
        BUILD,
        "Asking for a review: build",
        50,
        (
            "appealing.plan_appeal",
            "appealing.evidence_gaps",
            "appealing.redact",
            "appealing.outcome_bounds",
            "appealing.grounded",
        ),
    ),
)
