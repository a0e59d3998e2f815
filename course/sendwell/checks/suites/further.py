"""Module m03, build, going further: the checks that learners may read."""

from __future__ import annotations

from sendwell.checks.elsewhere import Script, Step
from sendwell.checks.expect import expect_that
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.checks.values import show

token_bucket = Suite("further.token_bucket")


@token_bucket.check(
    "starts full, and a send takes what it costs",
    points=1,
    hints=(
        "How many tokens has a new bucket, and how many are gone after a send?",
        "A send needs cost tokens, all at once, and takes them. Without cost it is one.",
        "tokens = capacity at first; if tokens >= cost: tokens -= cost; return True",
    ),
)
def _full(learner: Learner) -> None:
    learner.expect_traces(
        "TokenBucket",
        [
            (
                {"capacity": 2, "refill_every": 1_000},
                [("allow", 500, True), ("allow", 500, True), ("allow", 500, False)],
            ),
            (
                {"capacity": 5, "refill_every": 1_000},
                [
                    ("allow", 70_000, 3, True),
                    ("allow", 70_000, 3, False),
                    ("allow", 70_000, 2, True),
                    ("allow", 70_000, 1, False),
                ],
            ),
            ({"capacity": 3, "refill_every": 1_000}, [("allow", 0, 4, False)]),
        ],
        "The bucket starts with capacity tokens, whatever the time is.",
    )
    step = Step("TokenBucket", (1, 10_000), calls=(("allow", 0), ("allow", 1)))
    learner.expect_script(
        Script((step,), ([True, False],)),
        "TokenBucket(1, 10_000): first the capacity, then the time for one token.",
    )


_TWO = Script(
    (
        Step(
            "TokenBucket",
            kwargs={"capacity": 1, "refill_every": 10_000},
            calls=(("allow", 0), ("allow", 0), ("allow", 1)),
            turns=(0, 1, 0),
        ),
    ),
    ([True, True, False],),
)


@token_bucket.check(
    "two buckets share nothing",
    points=1,
    hints=(
        "Where do you keep the tokens?",
        "What is set in the class body belongs to all objects of the class.",
        "Set it in __init__, on self",
    ),
)
def _separate(learner: Learner) -> None:
    learner.expect_script(
        _TWO, "Each of the two starts full, whatever the other has given, and gives its only token."
    )


_REFILLS = Script.of_traces(
    "TokenBucket",
    [
        (
            {"capacity": 1, "refill_every": 1_000},
            [
                ("allow", 300, True),
                ("allow", 1_299, False),
                ("allow", 1_300, True),
                ("allow", 2_000, False),
            ],
        ),
        (
            {"capacity": 1, "refill_every": 1_000},
            [("allow", 1, True), ("allow", 1_000, False), ("allow", 1_001, True)],
        ),
        (
            {"capacity": 2, "refill_every": 1_000},
            [
                ("allow", 0, 2, True),
                ("allow", 60_000, True),
                ("allow", 60_000, True),
                ("allow", 60_000, False),
                ("allow", 60_999, False),
                ("allow", 61_000, True),
            ],
        ),
    ],
)


@token_bucket.check(
    "one token comes each refill_every, and never more than capacity",
    points=1,
    hints=(
        "When does the first token come back, and where do the tokens stop?",
        "Time brings tokens up to capacity. What comes to a full bucket runs over, for good.",
        "Keep no more than min(capacity, ...), also of the part of a token",
    ),
)
def _refills(learner: Learner) -> None:
    learner.expect_script(
        _REFILLS,
        "A token comes refill_every after the first one was taken, and a full bucket runs over.",
    )


_GOES_ON = Script.of_traces(
    "TokenBucket",
    [
        (
            {"capacity": 2, "refill_every": 1_000},
            [
                ("allow", 0, True),
                ("allow", 600, True),
                ("allow", 700, False),
                ("allow", 999, False),
                ("allow", 1_000, True),
                ("allow", 1_999, False),
                ("allow", 2_000, True),
            ],
        ),
        (
            {"capacity": 3, "refill_every": 1_000},
            [("allow", 0, 3, True), ("allow", 1_500, True), ("allow", 2_000, True)],
        ),
    ],
)


@token_bucket.check(
    "the count to the next token goes on",
    points=1,
    hints=(
        "What happens to the part of a token that has come, when somebody asks?",
        "Neither a send nor a refusal starts the count to the next token anew.",
        "Count in milliseconds: a token is refill_every of them, and nothing is rounded away",
    ),
)
def _goes_on(learner: Learner) -> None:
    learner.expect_script(
        _GOES_ON,
        "The first token is due refill_every after the bucket was last full, the second as long "
        "after it; sends in between change nothing about that.",
    )


_REFUSED = Script.of_traces(
    "TokenBucket",
    [
        (
            {"capacity": 3, "refill_every": 1_000},
            [
                ("allow", 0, 2, True),
                ("allow", 0, 2, False),
                ("allow", 0, 9, False),
                ("allow", 0, True),
                ("allow", 1_000, True),
            ],
        )
    ],
)


@token_bucket.check(
    "a refusal costs nothing",
    points=1,
    hints=(
        "What do you take before you know whether there is enough?",
        "A send that is refused leaves all tokens where they are.",
        "Subtract inside the if that returns True",
    ),
)
def _refused(learner: Learner) -> None:
    learner.expect_script(_REFUSED, "The refused attempts before must have taken no token.")


_BACK = Script.of_traces(
    "TokenBucket",
    [
        (
            {"capacity": 1, "refill_every": 1_000},
            [
                ("allow", 20_000, True),
                ("allow", 4_000, False),
                ("allow", 5_000, False),
                ("allow", 20_999, False),
                ("allow", 21_000, True),
                ("retry_after", 15_000, 1, 7_000),
            ],
        ),
        (
            {"capacity": 3, "refill_every": 1_000},
            [
                ("allow", 0, 3, True),
                ("allow", 2_000, 3, False),
                ("retry_after", 1_000, 2, 0),
                ("retry_after", 0, 1, 0),
                ("allow", 1_000, 2, True),
                ("allow", 2_500, False),
                ("allow", 3_000, True),
            ],
        ),
    ],
)


@token_bucket.check(
    "a clock that steps back grants nothing",
    points=1,
    hints=(
        "What does allow do with a now that is smaller than one before?",
        "The largest now that allow has seen counts in its place, whatever allow answered then.",
        "self.latest = max(self.latest, now); now = self.latest",
    ),
)
def _back(learner: Learner) -> None:
    learner.expect_script(
        _BACK,
        "The largest now that allow has seen counts in place of a smaller one, "
        "and that time has brought its tokens once.",
    )


@token_bucket.check(
    "retry_after is the smallest wait, and None if it would be for ever",
    points=1,
    hints=(
        "How many milliseconds of filling are still missing for cost tokens?",
        "A part of a token may have come already. More than capacity never fits.",
        "None if cost > capacity; else the moment at which cost tokens are there, minus now, or 0",
    ),
)
def _wait(learner: Learner) -> None:
    learner.expect_replay(
        "TokenBucket",
        {"capacity": 2, "refill_every": 1},
        [("retry_after", 0, 3, None), ("retry_after", 0, 2, 0)],
        "More tokens than capacity are never there at once.",
    )
    learner.expect_replay(
        "TokenBucket",
        {"capacity": 3, "refill_every": 1_000},
        [
            ("retry_after", 0, 0),
            ("retry_after", 0, 3, 0),
            ("retry_after", 0, 4, None),
            ("allow", 0, 3, True),
            ("retry_after", 0, 1_000),
            ("retry_after", 0, 3, 3_000),
            ("retry_after", 999, 1),
            ("retry_after", 1_000, 0),
            ("retry_after", 1_400, 2, 600),
            ("retry_after", 9_000, 3, 0),
            ("retry_after", 9_000, 4, None),
            ("allow", 1_400, True),
            ("retry_after", 1_400, 600),
        ],
        "The wait ends at the very millisecond at which the last missing token comes.",
    )


_PURE = Script.of_traces(
    "TokenBucket",
    [
        (
            {"capacity": 1, "refill_every": 1_000},
            [
                ("retry_after", 0, 0),
                ("retry_after", 50_000, 0),
                ("allow", 0, True),
                ("retry_after", 90_000, 0),
                ("allow", 999, False),
                ("retry_after", 999, 1),
                ("allow", 1_000, True),
                ("allow", 1_001, False),
            ],
        )
    ],
)


@token_bucket.check(
    "retry_after changes nothing",
    points=1,
    hints=(
        "Does retry_after take tokens, add tokens, or move the largest time seen?",
        "Asking how long to wait leaves the bucket as it was.",
        "Compute with names of your own; set nothing on self",
    ),
)
def _pure(learner: Learner) -> None:
    learner.expect_script(
        _PURE,
        "The calls of retry_after before this one must have changed nothing, "
        "and each answers about its own now.",
    )


#: One attempt each millisecond: of a bucket of 1 that fills in 7, every seventh is admitted.
#: A sum of floats is wrong from the first token on, so that more steps would find no more.
STEPS = 2_000
_BUCKET = {"capacity": 1, "refill_every": 7}


def _each_millisecond(steps: int) -> tuple[tuple[str, int], ...]:
    return tuple(("allow", now) for now in range(steps))


_FIRST = Script((Step("TokenBucket", kwargs=_BUCKET, calls=_each_millisecond(200), measure=True),))
_LONG = Script(
    (Step("TokenBucket", kwargs=_BUCKET, calls=_each_millisecond(STEPS)),),
    ([now % 7 == 0 for now in range(STEPS)],),
)


@token_bucket.check(
    "many small steps: no drift, and no more kept than is needed",
    points=1,
    hints=(
        "What do you add up at each step, and what stays in the object?",
        "Fractions of a token do not add up exactly. Whole milliseconds do.",
        "Keep one number of milliseconds, never a float and never a list",
    ),
)
def _drift(learner: Learner) -> None:
    (done,) = learner.perform(_FIRST)
    wrong = next((i for i, found in enumerate(done.results) if found is not (i % 7 == 0)), None)
    if wrong is not None or done.kept > 16:
        del learner.calls[1:]
    expect_that(
        wrong is None,
        f"attempts at 0, 1, 2, 3, ...: the answer at {show(wrong)} is not "
        f"{wrong is not None and wrong % 7 == 0}",
        "every seventh attempt admitted, from 0 on",
        "Do you round, or add up fractions?",
    )
    expect_that(
        done.kept <= 16,
        f"after {len(done.results)} attempts the object keeps {show(done.kept)} values",
        "a few numbers",
    )
    learner.expect_script(_LONG, "Do you round, or add up fractions?")


wait_before_retry = Suite("further.wait_before_retry")

_MOST = 999_999  # the largest roll


@wait_before_retry.check(
    "stops for good where waiting cures nothing, and for codes that it does not know",
    points=1,
    hints=(
        "What do you return for a code that is not in the table?",
        "A refusal that you do not understand is no reason to try again. Stop, and ask a person.",
        'The last line, behind all the ifs: return "never", 0',
    ),
)
def _never(learner: Learner) -> None:
    because = "Waiting does not cure this: a person has to look."
    codes = (131048, 131047, 131031, 368, 130497, 131026, 131050)
    unknown = "Nobody has told you what this code means: do not try again."
    learner.expect_calls(
        "wait_before_retry",
        [((code, 0, 500_000), ("never", 0), because) for code in codes]
        + [((code, 2, 500_000), ("never", 0), unknown) for code in (429, 400, 0, 131055, 131057)],
    )


_ALL = Script.of_calls(
    "wait_before_retry",
    [
        ((130429, 0, 0), ("all", 0), "The smallest roll: no wait."),
        ((130429, 0, 500_000), ("all", 500), "Half of a bound of 1_000."),
        ((130429, 0, _MOST), ("all", 1_000), "The largest roll gives the bound itself."),
        ((130429, 1, _MOST), ("all", 2_000), "1_000 doubled once."),
        ((130429, 2, _MOST), ("all", 4_000), "1_000 doubled twice."),
        ((130429, 3, 250_000), ("all", 2_000), "A quarter of 8_000."),
        ((130429, 3, _MOST), ("all", 8_000), "1_000 doubled three times."),
        ((130429, 4, _MOST), ("all", 16_000), "1_000 doubled four times."),
        ((130429, 5, _MOST), ("all", 20_000), "1_000 * 2**5 is over the cap of 20_000."),
        ((130429, 5, 749_963), ("all", 15_000), "749_963 * 20_001 // 1_000_000."),
    ],
)


@wait_before_retry.check(
    "too fast for the number: everybody waits, up to twice as long each time",
    points=1,
    hints=(
        "Look at bound: what is it at attempt 0, 1, 2, and where does it stop?",
        "The roll picks one of the milliseconds from 0 to bound, both ends included.",
        "bound = min(20_000, 1_000 * 2**attempt); roll * (bound + 1) // 1_000_000",
    ),
)
def _all(learner: Learner) -> None:
    learner.expect_script(_ALL)


_PAIR = Script.of_calls(
    "wait_before_retry",
    [
        ((131056, 0, 0), ("pair", 1_000), "4 to the power of 0 is 1 second."),
        ((131056, 0, _MOST), ("pair", 2_000), "The largest roll: twice the step."),
        ((131056, 1, 0), ("pair", 4_000), "4 to the power of 1."),
        ((131056, 2, 500_000), ("pair", 24_000), "16_000, and half of it."),
        ((131056, 5, 0), ("pair", 1_024_000), "4 to the power of 5 is 1_024 seconds."),
        ((131056, 5, 500_000), ("pair", 1_536_000), "1_024_000, and half of it."),
    ],
)


@wait_before_retry.check(
    "too fast for one person: only this pair waits, and never less than the platform says",
    points=1,
    hints=(
        "Look at the least wait for this code.",
        "The platform's wait comes first. The roll only adds to it.",
        "step = 1_000 * 4**attempt; step + roll * (step + 1) // 1_000_000",
    ),
)
def _pair(learner: Learner) -> None:
    learner.expect_script(_PAIR)


_DAY = Script.of_calls(
    "wait_before_retry",
    [
        ((131049, attempt, roll), ("pair", 86_400_000), "A day, whatever the roll.")
        for attempt, roll in ((0, 0), (0, _MOST), (5, 500_000))
    ],
)


@wait_before_retry.check(
    "too much marketing for one person: a day, for this pair",
    points=1,
    hints=(
        "How long is a day in milliseconds?",
        "This wait neither grows nor depends on the roll.",
        'return "pair", 86_400_000',
    ),
)
def _day(learner: Learner) -> None:
    learner.expect_script(_DAY)


_GIVES_UP = Script.of_calls(
    "wait_before_retry",
    [
        ((code, attempt, 500_000), ("never", 0), "Six attempts, 0 to 5, are enough.")
        for code in (130429, 131056, 131049)
        for attempt in (6, 7, 2_000)
    ],
)


@wait_before_retry.check(
    "from attempt 6 on it stops",
    points=1,
    hints=(
        "When do you give up?",
        "Attempts 0 to 5 are six. After that a person should look, whatever the code is.",
        'At the top: if attempt >= 6: return "never", 0',
    ),
)
def _gives_up(learner: Learner) -> None:
    learner.expect_script(_GIVES_UP)
