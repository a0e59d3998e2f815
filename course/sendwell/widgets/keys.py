"""What makes a form of ipywidgets usable by keyboard in JupyterLab."""

from __future__ import annotations

from pathlib import Path

import anywidget


class OwnKeys(anywidget.AnyWidget):  # type: ignore[misc]
    """A child of a box: keys pressed on what is in the box are no commands of JupyterLab's.

    It shows nothing. Escape, and Ctrl or Cmd with S, go through.
    """

    _esm = Path(__file__).parent / "keys.js"
