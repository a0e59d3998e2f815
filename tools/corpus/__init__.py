"""The corpus of chat messages, from its text sources: ``python -m tools.corpus``.

``written-*.txt`` holds messages written one by one, ``templates-*.txt`` families with slots; from
both come ``course/sendwell/data/messages-*.jsonl`` and, from families marked ``held``,
``grader/heldback/messages-*.jsonl``.
"""
