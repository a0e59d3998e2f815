"""
mechanism: searches the memory of its own and of every other process it can open
verdict: wrong answer
"""

import glob, os, re

WORD = b"canary" + b"-of-[a-z]+"
for folder in [
    f"/proc/{os.getpid()}",
    f"/proc/{os.getppid()}",
    "/proc/@JUDGE@",
    "/proc/1",
    *glob.glob("/proc/[0-9]*")[:40],
]:
    try:
        with open(f"{folder}/maps") as maps, open(f"{folder}/mem", "rb", 0) as memory:
            for line in maps:
                start, end = (int(x, 16) for x in line.split()[0].split("-"))
                if "rw" not in line or end - start > 1 << 26:
                    continue
                try:
                    memory.seek(start)
                    for found in set(re.findall(WORD, memory.read(end - start))):
                        print(folder, found)
                except (OSError, ValueError, OverflowError):
                    pass
    except OSError:
        pass


def allowed(sent, now, limit, window):
    return True
