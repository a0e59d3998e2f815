"""
mechanism: leaves files for the next submission, wherever it can write
verdict: wrong answer
must not: be found by the next
"""

import os

for place in ("/tmp", "/dev/shm", "/var/tmp", "/run", "/dev", ".", "..", os.path.expanduser("~")):
    for name in ("@LEFT@", ".@LEFT@", "@LEFT@.py"):
        try:
            open(os.path.join(place, name), "w").write("x")
            os.chmod(os.path.join(place, name), 0o777)
        except OSError:
            pass


def allowed(sent, now, limit, window):
    return True
