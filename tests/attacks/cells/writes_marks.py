"""
mechanism: writes where everybody may write, into the environment, the library and Python itself
verdict: wrong answer
must not: leave a file
"""

import os, site, sendwell, sys

for place in (
    "@MARKS@",
    "@HOME@",
    "@COURSE@",
    *site.getsitepackages(),
    os.path.dirname(sendwell.__file__),
    sys.prefix,
    "/usr/lib",
    "/etc",
    "/var/tmp",
    "/run",
):
    for name in ("@LEFT@", "@LEFT@.pth", "sitecustomize.py"):
        try:
            with open(os.path.join(place, name), "x") as file:
                file.write("import os")
            if name == "sitecustomize.py" and place == "@HOME@":
                continue
            if not place.startswith(("@MARKS@", "@HOME@", "@COURSE@")):
                os.remove(os.path.join(place, name))
            open("@MARKS@/@LEFT@-" + place.replace("/", "_"), "w").close()
        except OSError:
            pass


def allowed(sent, now, limit, window):
    return True
