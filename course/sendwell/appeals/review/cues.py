"""Words by which a letter shows what it does, in English and Italian: read from ``cues.toml``.

Nothing here is shown to anybody. A further language adds its words there.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_RAW = tomllib.loads((Path(__file__).parent / "cues.toml").read_text(encoding="utf-8"))


def _compiled(text: str, flags: int = re.IGNORECASE | re.MULTILINE) -> re.Pattern[str]:
    """The pattern of a text, whose lines are joined as they stand."""
    return re.compile(text.replace("\n", ""), flags)


def _cue(name: str) -> re.Pattern[str]:
    return _compiled(_RAW[name])


#: Words with a capital that are no names that could be invented.
COMMON = frozenset(_RAW["common"].split())

# where it is asked
IN_APP = _cue("in_app")
SUPPORT_HOME = _cue("support_home")
COMPLAINT = _cue("complaint")
ADMINISTRATOR = _cue("administrator")
ELSEWHERE = _cue("elsewhere")
#: A sentence in which something is asked, and the words before a place where something was seen.
ASKS = _cue("asks")
SEEN = _cue("seen")
REQUEST = _cue("request")

# the measure and the rule
#: kind of measure -> how a letter names it
MEASURES = {kind: _compiled(text) for kind, text in _RAW["measures"].items()}
VAGUE_MEASURE = _cue("vague_measure")
NO_RULE = _cue("no_rule")
#: Names of rules that letters cite, whether or not the case holds them.
RULES = tuple((one["name"], _compiled(one["cue"])) for one in _RAW["rules"])

# the stance and the cause
CONTEST = _cue("contest")
ADMIT = _cue("admit")
UNKNOWN = _cue("unknown")
NEGATED = _cue("negated")
DENIES = _cue("denies")
SEARCHED = _cue("searched")
CAUSE = _cue("cause")
SUPPOSES = _cue("supposes")
BLAMES = _cue("blames")

# what was sent, what is mended, what shows it
SENDING = _cue("sending")
MENDED = _cue("mended")
STOPPED = _cue("stopped")
SAME_DAY = _cue("same_day")
MEASURABLE = _cue("measurable")
#: A change that stays: what is so from now on, told in the present.
STAYS = _cue("stays")
PROMISE = _cue("promise")
EVIDENCE = _cue("evidence")
STRUCK = _cue("struck")
#: Evidence that holds other people's data, unless they are struck out.
PEOPLE = _cue("people")
IDENTITY = _cue("identity")
CODE_WORD = _cue("code_word")
SIX = _cue("six")

# the manner
THREAT = _cue("threat")
INSULT = _cue("insult")
SHOUTING = _compiled(_RAW["shouting"], 0)
LAW = _cue("law")
DSA = _cue("dsa")
EVASION = _cue("evasion")
STOCK = _cue("stock")
BLANK = _compiled(_RAW["blank"], 0)

# against the case
ASKED = _cue("asked")
ALL_OF_THEM = _cue("all_of_them")
NOT_ALL = _cue("not_all")
#: What contradicts a case, by the reason.
FALSE = {reason: _compiled(text) for reason, text in _RAW["false"].items()}
#: How a letter tells a deed, and how a case would hold it.
DEEDS = tuple((_compiled(one["told"]), _compiled(one["held"])) for one in _RAW["deeds"])
