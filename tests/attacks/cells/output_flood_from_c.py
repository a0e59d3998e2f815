"""
mechanism: a subprocess writes 60 MB to descriptor 1
points: any
must not: be kept
"""

import subprocess

subprocess.run(["head", "-c", "60000000", "/dev/zero"], check=False)


def allowed(sent, now, limit, window):
    return True
