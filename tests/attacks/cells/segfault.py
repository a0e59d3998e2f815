"""
mechanism: reads address 0 through ctypes
verdict: crashed
"""

import ctypes


def allowed(sent, now, limit, window):
    ctypes.string_at(0)
