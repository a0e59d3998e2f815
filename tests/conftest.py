"""For every test: what check() passes is not written to anybody's home."""

from __future__ import annotations

import os

os.environ["SENDWELL_PROGRESS"] = ""
