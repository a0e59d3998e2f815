"""What learners touch: widgets, each with a text twin that says the same without a screen."""

from sendwell.widgets.timeline import Timeline

__all__ = ["Timeline"]
