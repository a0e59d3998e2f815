"""What a child costs: ``python tests/fairmark/untrusted/bench_child.py [RUNG] [CHILDREN]``.

Prints medians in milliseconds. No test: the numbers depend on the machine and on who else uses it.
"""

import statistics
import sys
import time

from fairmark.launch import Limits, Server


def main() -> None:
    rung = sys.argv[1] if len(sys.argv) > 1 else "a"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    stages: dict[str, list[float]] = {}

    def note(stage: str, since: float) -> float:
        now = time.perf_counter()
        stages.setdefault(stage, []).append((now - since) * 1_000)
        return now

    with Server.start(rung, Limits()) as server:
        for _ in range(count):
            started = at = time.perf_counter()
            child = server.child()
            at = note("fork and isolate", at)
            child.run_cell("def add(x, y=1):\n    return x + y")
            child.run_cell("z = add(1)")
            at = note("two cells", at)
            add = child.get("add").value
            for number in range(20):
                child.call(add, [number])
            at = note("20 calls", at)
            child.kill()
            note("kill", at)
            note("all", started)
        print(f"rung {rung}, {count} children, server of {server.facts['memory'] >> 20} MiB")
    for stage, times in stages.items():
        ordered = sorted(times)
        print(
            f"{stage:18} median {statistics.median(times):6.2f}   "
            f"fastest {ordered[0]:6.2f}   slowest tenth {ordered[-len(ordered) // 10]:6.2f}"
        )


if __name__ == "__main__":
    main()
