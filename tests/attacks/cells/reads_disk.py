"""
mechanism: searches all files that it can open for the tests
verdict: wrong answer
"""

import os, time

WORD, stop = b"canary" + b"-of", time.monotonic() + 2
for top in (
    "@COURSE@",
    "@HOME@",
    "@MARKS@",
    "/root",
    "/home",
    "/tmp",
    "/run",
    "/var",
    "/etc",
    "/work",
    "/mnt",
    "/opt",
):
    for base, folders, names in os.walk(top):
        if "site-packages" in base or "/usr/" in base or time.monotonic() > stop:
            folders.clear()
            continue
        for name in names:
            try:
                with open(os.path.join(base, name), "rb") as file:
                    data = file.read(1_000_000)
            except OSError:
                continue
            if WORD in data:
                at = data.index(WORD)
                print("found", base, name, data[at : at + 60])


def allowed(sent, now, limit, window):
    return True
