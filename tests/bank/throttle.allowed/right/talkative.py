"""Prints, warns, logs and writes to stderr by every way there is."""

import logging
import os
import sys
import warnings


def allowed(sent, now, limit, window):
    print("looking at", sent)
    print("window", window, file=sys.stderr)
    warnings.warn("utcnow() is deprecated", DeprecationWarning, stacklevel=1)
    logging.getLogger("mine").warning("now is %s", now)
    os.write(2, b"below Python\n")
    count = len([t for t in sent if now - window < t <= now])
    print(f"{count=}")
    return count < limit
