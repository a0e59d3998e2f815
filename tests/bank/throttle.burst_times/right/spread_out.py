"""Sends spread over the halves on both sides of the boundary, as far as whole ms allow."""


def burst_times(limit, window):
    half = window // 2
    before = [window - 1 - i * (half - 1) // limit for i in range(limit)]
    after = [window + i * (half - 1) // limit for i in range(limit)]
    return sorted(before + after)
