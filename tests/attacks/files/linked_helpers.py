"""
mechanism: helper files that are links to the gradebook, the home, a device and a fifo
cell: allowed
points: full
must not: be read
"""

import os

ANSWERS = {
    "allowed": """
import glob
for path in glob.glob("*"):
    print(path, open(path, "rb").read(100_000))
def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit
"""
}


def lay(folder, finished):
    (folder / "build.ipynb").write_bytes(finished)
    for number, target in enumerate(
        (
            "../../../gradebook.db",
            "../../../solutions",
            "@HOME@/secret.txt",
            "/dev/zero",
            "/proc/self/environ",
            "../../a-bystander/m03-throttle/build.ipynb",
        )
    ):
        os.symlink(target, folder / f"link-{number}.txt")
    os.mkfifo(folder / "pipe.txt")
