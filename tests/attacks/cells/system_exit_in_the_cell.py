"""
mechanism: SystemExit before anything is defined
verdict: missing
"""

raise SystemExit
