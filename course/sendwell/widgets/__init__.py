"""What learners touch: widgets, each with a text twin that says the same without a screen."""

from sendwell.widgets.bucket import Bucket
from sendwell.widgets.crowd import Crowd
from sendwell.widgets.phone import Phone
from sendwell.widgets.pipeline import Pipeline
from sendwell.widgets.threshold import Threshold
from sendwell.widgets.timeline import Timeline

__all__ = ["Bucket", "Crowd", "Phone", "Pipeline", "Threshold", "Timeline"]
