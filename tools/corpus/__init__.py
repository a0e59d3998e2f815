"""The corpus of chat messages, from its text sources: ``python -m tools.corpus``.

``written-*.txt`` holds messages written one by one, ``templates-*.txt`` families with slots. From
those beside this file comes ``course/sendwell/data/messages-*.jsonl``; from those in
``grader/heldback/sources``, which learners do not get, ``grader/heldback/messages-*.jsonl``.
"""
