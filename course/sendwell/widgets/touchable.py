"""What all pictures to touch share: words and a table where no widget is shown."""

from __future__ import annotations

from typing import Any

import anywidget


class Touchable(anywidget.AnyWidget):  # type: ignore[misc]
    """A widget that also says in words, and shows in plain HTML, what it shows."""

    def sentence(self) -> str:
        """Say in a few sentences what the picture says."""
        raise NotImplementedError

    def _plain(self) -> str:
        return self.sentence()

    def _html(self) -> str:
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        # GitHub, print and nbconvert show no widget; they show what stands beside it.
        return {**data, "text/plain": self._plain(), "text/html": self._html()}, metadata
