"""``python -m tools.evaluate``: tables for letters, our corpus and the SMS Spam Collection.

The collection is left out, with a sentence, where it is not at hand.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from random import Random

import numpy as np

from sendwell.data import Message, NoCollectionError, messages, sms_spam
from sendwell.data.corpus import read_messages
from tools.evaluate import letters
from tools.evaluate.attacks import ATTACKS
from tools.evaluate.measure import Measured, Sample, measure, recall_at, without_copies
from tools.evaluate.models import models
from tools.evaluate.reference import Linear

#: Labels of messages that nobody asked for; every scam counts too.
UNWANTED = {"uninvited", "abuse"}
#: What is measured, and how the table calls it.
COLUMNS = {
    "ranking": "ranking",
    "clean": "recall",
    "false alarms": "false alarms",
    "invisible": "invisible",
    "look-alikes": "look-alikes",
}


def samples_of(some: Sequence[Message]) -> list[Sample]:
    """The messages, without copies, as unwanted or not."""
    return without_copies(
        [Sample(m.text, m.family, m.label in UNWANTED or m.label.startswith("scam-")) for m in some]
    )


def table(
    name: str, samples: Sequence[Sample], language: str, rate: float, splits: int
) -> Iterator[str]:
    """The lines of one data set's table, each as soon as it is known."""
    count = sum(sample.unwanted for sample in samples)
    yield f"### {name}: a threshold for {rate:.1%} false alarms"
    yield ""
    yield f"{len(samples):,} messages without copies, {count:,} of them unwanted; {splits} splits."
    yield ""
    yield "| model | " + " | ".join(COLUMNS.values()) + " |"
    yield "|---" * (1 + len(COLUMNS)) + "|"
    for model, make in models(language).items():
        found = measure(samples, make, rate, splits)
        cells = (_cell(found[column], column) for column in COLUMNS)
        yield f"| {model} | " + " | ".join(cells) + " |"
    yield ""


def _cell(measured: Measured, column: str) -> str:
    if column == "false alarms":
        return f"{measured.share:.1%} ({measured.low:.1%} to {measured.high:.1%})"
    return f"{measured.share:.3f} ({measured.low:.3f} to {measured.high:.3f})"


def held_back(language: str, rate: float) -> Iterator[str]:
    """Learnt from all of the learners' messages, tried on those that are held back."""
    learnt = samples_of(messages(language))
    path = letters.GRADER / "heldback" / f"messages-{language}.jsonl"
    tried = samples_of(read_messages(path, language))
    honest = [s.text for s in tried if not s.unwanted]
    bad = [s.text for s in tried if s.unwanted]
    yield f"### Held back, {language}: recall at {rate:.1%} of these honest messages flagged"
    yield ""
    yield f"{len(tried)} messages, {len(bad)} of them unwanted."
    yield ""
    yield "| model | " + " | ".join(ATTACKS) + " |"
    yield "|---" * (1 + len(ATTACKS)) + "|"
    for model, make in models(language).items():
        one = make()
        one.fit([s.text for s in learnt], [s.unwanted for s in learnt])
        wanted = np.array(one.scores(honest))
        cells = []
        for change in ATTACKS.values():
            random = Random(0)  # noqa: S311
            scores = np.array(one.scores([change(text, random) for text in bad]))
            cells.append(f"{recall_at(wanted, scores, rate):.3f}")
        yield f"| {model} | " + " | ".join(cells) + " |"
    yield ""


def speed(samples: Sequence[Sample]) -> str:
    """How long the best reference takes to learn up to 5,000 messages and to score all.

    The best of five rounds: whatever else the machine does can only make it look slower.
    """
    some = samples[:5_000]
    best = Linear()
    texts, labels = [s.text for s in some], [s.unwanted for s in some]
    learning = min(_seconds(lambda: best.fit(texts, labels)) for _ in range(5))
    scoring = min(_seconds(lambda: [best.score(s.text) for s in samples]) for _ in range(5))
    return (
        f"The best reference learns {len(some):,} messages in {learning:.1f} s of processor time "
        f"and scores {len(samples) / scoring:,.0f} messages a second on one core."
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main(given: Sequence[str] | None = None) -> int:
    """Print the tables; 0 if all went well."""
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate", description=__doc__)
    parser.add_argument("--splits", type=int, default=20, help="splits by family (default 20)")
    splits = parser.parse_args(given).splits
    for line in letters.lines():
        print(line, flush=True)
    for language, name in (("en", "Our corpus, English"), ("it", "Our corpus, Italian")):
        for line in table(name, samples_of(messages(language)), language, 0.05, splits):
            print(line, flush=True)
        for line in held_back(language, 0.05):
            print(line, flush=True)
    try:
        collection = samples_of(sms_spam(classroom=False))
    except NoCollectionError as error:
        print(f"The SMS Spam Collection is left out: {error}", file=sys.stderr)
        return 0
    for line in table("SMS Spam Collection", collection, "en", 0.005, splits):
        print(line, flush=True)
    print(speed(collection))
    return 0


if __name__ == "__main__":
    sys.exit(main())
