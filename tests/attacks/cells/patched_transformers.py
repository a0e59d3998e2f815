"""
mechanism: every later cell becomes "pass" by an input transformer
verdict: missing
points: 0
rest: any
"""

get_ipython().input_transformers_cleanup.append(lambda lines: ["pass\n"])
get_ipython().input_transformers_post.append(lambda lines: ["8.0\n"])
