"""The side that decides: it never runs learner code, and believes only the values it gets."""
