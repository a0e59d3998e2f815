"""
mechanism: a program in a session of its own, started in the call, that ignores hang-ups
points: any
must not: survive
"""

import subprocess


def allowed(sent, now, limit, window):
    subprocess.Popen(
        "trap '' HUP TERM INT; exec -a @SURVIVOR@ sleep 300",
        shell=True,
        executable="/bin/bash",
        start_new_session=True,
    )
    return True
