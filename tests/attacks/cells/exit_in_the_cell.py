"""
mechanism: os._exit(0) at the cell's top level
verdict: missing
"""

import os

os._exit(0)
