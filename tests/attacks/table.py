"""Print the attack table: ``python -m tests.attacks.table [RUNG ...]``."""

from __future__ import annotations

import sys

from tests.attacks.lay import Run, attacks, scene, table


def main() -> None:
    """Run every attack on each rung."""
    runs: list[Run] = []
    with scene() as made:
        for rung in sys.argv[1:] or ("a", "b", "c"):
            runs.append(made.grade(rung))
            run = runs[-1]
            print(f"rung {rung}: exit code {run.code}, {run.seconds:.0f} s, left: {run.left}")
            if run.code not in (0, 1) or not run.records:
                print(run.said[-2000:], run.errors[-4000:])
        print(table(runs))
        for run in runs:
            told = {attack.student for attack in attacks() if attack.facts.get("failed") == "yes"}
            print(run.rung, "failed but not told:", run.failed - told)
            lines = run.said.partition("No verdict:\n")[2]
            print(lines)


if __name__ == "__main__":
    main()
