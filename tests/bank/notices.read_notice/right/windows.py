"""Every run of neighbouring words in a set; a cue is in the set or not."""

from sendwell.notices import ACTIONS, KINDS, REASONS, UNITS, Notice, words_in


def read_notice(text):
    words = words_in(text)
    runs = {tuple(words[i:j]) for i in range(len(words)) for j in range(i + 1, i + 6)}

    def has(cues):
        return any(tuple(cue.split()) in runs for cue in cues)

    answers = []
    for rows in (KINDS, REASONS, ACTIONS):
        answers.append([name for name, cues in rows if has(cues)][:1])
    kind, reason, action = (one[0] if one else "" for one in answers)
    if kind == "no notice":
        return Notice("no notice", "", None, "")
    times = [
        int(words[i]) * UNITS[words[i + 1]]
        for i in range(len(words) - 1)
        if words[i].isdigit() and words[i + 1] in UNITS
    ]
    hours = sum(times) if times and kind == "temporary ban" else None
    return Notice(kind or "unknown", reason, hours, action)
