"""
mechanism: writes results, feedback and autograded notebooks of its own and of others
verdict: wrong answer
must not: be found in anybody's files
"""

import glob, os

for student in ("c-writes-results", "a-bystander", "zz-bystander"):
    for step, name in (
        ("autograded", "build.ipynb"),
        ("feedback", "build.html"),
        ("submitted", "build.ipynb"),
        ("autograded", ".fairmark.json"),
    ):
        try:
            folder = f"@COURSE@/{step}/{student}/m03-throttle"
            os.makedirs(folder, exist_ok=True)
            open(f"{folder}/{name}", "w").write("@LEFT@")
        except OSError:
            pass
for name in ("results.json", "../results.json", "/autograder/results/results.json"):
    try:
        open(name, "w").write('{"score": 100}')
    except OSError:
        pass


def allowed(sent, now, limit, window):
    return True
