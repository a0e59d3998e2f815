"""The side that runs learner code: nothing here decides, and nothing here is believed.

A server process imports what notebooks import, once. It forks a child for each submission; the
child locks itself in, runs the learner's cells and then answers the judge's calls over one
socket. Of fairmark, these modules import only each other and the wire format.
"""
