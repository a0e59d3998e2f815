"""
mechanism: a notebook in nbformat 3 with 10,000 cells, which must be converted first
failed: yes
must not: take the judge more than a moment
"""

import json


def make(finished):
    cell = {"cell_type": "code", "input": "1", "metadata": {}, "outputs": [], "language": "python"}
    return json.dumps(
        {
            "nbformat": 3,
            "nbformat_minor": 0,
            "metadata": {},
            "worksheets": [{"cells": [cell] * 10_000, "metadata": {}}],
        }
    ).encode()
