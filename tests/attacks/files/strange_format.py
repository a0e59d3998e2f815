"""
mechanism: format numbers, cells and sources of the wrong types
failed: yes
"""


def make(finished):
    return (
        b'{"nbformat": 1e400, "nbformat_minor": {}, "metadata": [], "cells": {"0": {"source": 1}}}'
    )
