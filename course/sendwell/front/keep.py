"""Save progress to a file of the learner's own, and bring it back: two buttons, two functions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from sendwell.front import strings
from sendwell.front.board import board
from sendwell.progress import (
    SET_ASIDE,
    ProgressError,
    from_text,
    merge,
    progress_file,
    read,
    to_text,
)

_HERE = Path(__file__).parent


class Keep(anywidget.AnyWidget):  # type: ignore[misc]
    """A button that saves progress as a download, and one that restores it from such a file.

    ``said`` is what happened last, as a sentence. The file that is saved is made when the button is
    pressed. Restoring merges: nothing that was passed is ever taken away.
    """

    _esm = _HERE / "keep.js"
    _css = _HERE / "keep.css"

    said = traitlets.Unicode("").tag(sync=True)
    strings = traitlets.Dict(default_value=strings.KEEP).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.on_msg(self._asked)

    def _asked(self, _widget: Any, content: dict[str, Any], _buffers: Any) -> None:
        if content.get("type") == "save":
            file = progress_file()
            passed = read(file) if file is not None else {}
            if passed:
                text = {"type": "file", "name": strings.FILE_NAME, "text": to_text(passed)}
                self.send(text)
                self.said = strings.KEEP["saved"].format(name=strings.FILE_NAME, n=len(passed))
            else:
                self.said = strings.KEEP["empty"]
        elif content.get("type") == "restore":
            self.said = ""  # the same sentence twice is said twice
            self.said = _restored(str(content.get("text", "")))

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        return {**data, "text/plain": strings.KEEP["help"]}, metadata


def save_progress(path: str = strings.FILE_NAME) -> str:
    """Write your progress to a file, here or where ``path`` says; a sentence tells what happened.

    Raises OSError if it cannot be written.
    """
    file = progress_file()
    passed = read(file) if file is not None else {}
    if not passed:
        return strings.KEEP["empty"]
    Path(path).write_text(to_text(passed), encoding="utf-8")
    return strings.KEEP["written"].format(name=path, n=len(passed))


def restore_progress(path: str = strings.FILE_NAME) -> str:
    """Add what a saved file says to your progress here; a sentence tells what happened.

    Raises OSError if it cannot be read.
    """
    return _restored(Path(path).read_text(encoding="utf-8", errors="replace"))


def _restored(text: str) -> str:
    file = progress_file()
    if file is None:
        return strings.KEEP["no_file"]
    before = board(read(file)).passed
    try:
        aside = merge(file, from_text(text))
    except ProgressError as error:
        return str(error)
    except OSError as error:
        return f"{error.strerror}: {error.filename}"
    after = board(read(file)).passed
    said = strings.KEEP["restored"].format(new=after - before, n=after)
    return f"{SET_ASIDE.format(name=aside)} {said}" if aside else said
