"""A class that remembers the words; the tables are read from the last row to the first."""

import sendwell.notices as course


class Reader:
    def __init__(self, text):
        self.words = course.words_in(text)

    def holds(self, cue):
        its = cue.split()
        return any(self.words[at : at + len(its)] == its for at in range(len(self.words)))

    def row(self, rows, otherwise=""):
        for name, cues in reversed(rows):
            if any(map(self.holds, cues)):
                otherwise = name
        return otherwise

    def hours(self):
        total = None
        before = ""
        for word in self.words:
            if before.isdecimal() and word in course.UNITS:
                total = (total or 0) + int(before) * course.UNITS[word]
            before = word
        return total


def read_notice(text):
    reader = Reader(text)
    kind = reader.row(course.KINDS, "unknown")
    if kind == "no notice":
        return course.Notice(kind, "", None, "")
    hours = reader.hours() if kind == "temporary ban" else None
    return course.Notice(kind, reader.row(course.REASONS), hours, reader.row(course.ACTIONS))
