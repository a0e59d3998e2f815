"""The simulated platform: reports, an automatic filter, reviewers, decisions, sanctions, appeals.

It shows how such a pipeline behaves, not how any platform is: what the articles claim enters as a
named scenario (`scenarios`), and the rest is chosen here and says so. ``simulate(settings, seed)``
runs it; the same settings and seed give the same outcome.
"""

from sendwell.platform.estimates import Interval, interval
from sendwell.platform.outcome import ClassOutcome, Confusion, Frame, Outcome
from sendwell.platform.scenarios import SCENARIOS, Parameter, parameters, scenario
from sendwell.platform.settings import Brigade, Kind, PlatformError, Settings
from sendwell.platform.signs import Sign, signs
from sendwell.platform.simulate import simulate, watch

__all__ = [
    "SCENARIOS",
    "Brigade",
    "ClassOutcome",
    "Confusion",
    "Frame",
    "Interval",
    "Kind",
    "Outcome",
    "Parameter",
    "PlatformError",
    "Settings",
    "Sign",
    "interval",
    "parameters",
    "scenario",
    "signs",
    "simulate",
    "watch",
]
