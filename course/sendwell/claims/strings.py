"""Every word that the registry says to a learner, so that it can be translated.

The texts of the entries themselves stand in ``data/``; their status, units and bounds are words of
the data, turned into a language here.
"""

# ---- status: a word and a shape, never colour alone ----
STATUS = {
    "confirmed": "confirmed",
    "corrected": "corrected",
    "contradicted": "unverified, contradicted",
    "unverifiable": "unverified",
    "harmful advice": "unverified, harmful advice",
}
SHAPE = {
    "confirmed": "✓",
    "corrected": "✎",
    "contradicted": "≠",
    "unverifiable": "?",
    "harmful advice": "✗",
}
STATUS_MEANS = {
    "confirmed": "A document that was read says so. Its date is shown.",
    "corrected": "A document that was read says otherwise. Do not use the figure.",
    "contradicted": "The articles exclude one another here, and nothing official settles it.",
    "unverifiable": "No official source was found. Use the figure only as a scenario's parameter.",
    "harmful advice": "Following it would do harm. The course teaches around it.",
}

# ---- labels behind a figure ----
UNLABELLED = "unverified"
LABEL = "({id}, {words})"
CORRECTED_BY = "corrected: see {ids}"
SEE = "see {ids}"
AS_OF_DOCUMENT = "as of {date}"
AS_OF_COLLECTED = "as read on {date}"
COMPUTED = "({id}, computed, unverified)"
AND = " and "
NEXT = ", "
SEPARATE = "; "
NAMED = "{name}: {figure}"
TABLE = "table of {columns}"

# ---- figures ----
RANGE = "{low} to {high}"
MORE = "{n}% more"
LESS = "{n}% less"
BILLION = "{n} billion"
MILLION = "{n} million"
BOUNDS = {
    "more than": "more than {figure}",
    "less than": "less than {figure}",
    "at least": "at least {figure}",
    "at most": "at most {figure}",
    "about": "about {figure}",
}
#: unit -> (for one, for any other number); the keys are the units that data may name
UNITS = {
    "percent": ("{n}%", "{n}%"),
    "percent change": ("{n}%", "{n}%"),
    "times": ("{n} times", "{n} times"),
    "ratio": ("{n}", "{n}"),
    "year": ("{n}", "{n}"),
    "month": ("month {n}", "month {n}"),
    "position": ("position {n}", "position {n}"),
    "article": ("article {n}", "article {n}"),
    "number": ("number {n}", "number {n}"),
    "error code": ("error {n}", "error {n}"),
    "HTTP status": ("HTTP {n}", "HTTP {n}"),
    "seconds": ("{n} second", "{n} seconds"),
    "minutes": ("{n} minute", "{n} minutes"),
    "hours": ("{n} hour", "{n} hours"),
    "days": ("{n} day", "{n} days"),
    "months": ("{n} month", "{n} months"),
    "messages": ("{n} message", "{n} messages"),
    "messages per second": ("{n} message per second", "{n} messages per second"),
    "messages per minute": ("{n} message per minute", "{n} messages per minute"),
    "messages per hour": ("{n} message per hour", "{n} messages per hour"),
    "messages per day": ("{n} message per day", "{n} messages per day"),
    "links per message": ("{n} link per message", "{n} links per message"),
    "times per week": ("{n} time per week", "{n} times per week"),
    "reports": ("{n} report", "{n} reports"),
    "reports per day": ("{n} report per day", "{n} reports per day"),
    "reports per person per month": (
        "{n} report per person per month",
        "{n} reports per person per month",
    ),
    "reports per reviewer per day": (
        "{n} report per reviewer per day",
        "{n} reports per reviewer per day",
    ),
    "tickets per day": ("{n} ticket per day", "{n} tickets per day"),
    "items per day": ("{n} item per day", "{n} items per day"),
    "decisions per day": ("{n} decision per day", "{n} decisions per day"),
    "accounts": ("{n} account", "{n} accounts"),
    "accounts per month": ("{n} account per month", "{n} accounts per month"),
    "users": ("{n} user", "{n} users"),
    "members": ("{n} member", "{n} members"),
    "recipients": ("{n} recipient", "{n} recipients"),
    "reviewers": ("{n} reviewer", "{n} reviewers"),
    "complaints": ("{n} complaint", "{n} complaints"),
    "phone numbers": ("{n} phone number", "{n} phone numbers"),
    "suspensions": ("{n} suspension", "{n} suspensions"),
    "repetitions": ("{n} repetition", "{n} repetitions"),
    "word combinations": ("{n} word combination", "{n} word combinations"),
    "regions": ("{n} region", "{n} regions"),
    "digits": ("{n} digit", "{n} digits"),
    "features": ("{n} feature", "{n} features"),
    "kinds": ("{n} kind", "{n} kinds"),
    "classes": ("{n} class", "{n} classes"),
    "zones": ("{n} zone", "{n} zones"),
    "causes": ("{n} cause", "{n} causes"),
    "habits": ("{n} habit", "{n} habits"),
    "levels": ("{n} level", "{n} levels"),
    "stages": ("{n} stage", "{n} stages"),
    "signs": ("{n} sign", "{n} signs"),
    "documents": ("{n} document", "{n} documents"),
    "elements": ("{n} element", "{n} elements"),
    "conditions": ("{n} condition", "{n} conditions"),
    "ratings": ("{n} rating", "{n} ratings"),
    "pillars": ("{n} pillar", "{n} pillars"),
    "parts": ("{n} part", "{n} parts"),
    "outputs": ("{n} output", "{n} outputs"),
    "services": ("{n} service", "{n} services"),
    "guides": ("{n} guide", "{n} guides"),
}
#: units whose numbers are names: no thousands separator, no "million"
NAMES = frozenset({"year", "month", "position", "article", "number", "error code", "HTTP status"})

# ---- the card, and its text ----
CARD = "{id}: {status}"
FIGURES = "Figures"
FIGURE = "Figure"
VALUE = "Value"
SOURCE = "Source"
EVIDENCE = "Evidence"
EVIDENCE_LINE = "{says}{title} (tier {tier}, {as_of})."
CONFLICTS = "Conflicts with"
BEARS_ON = "Bears on"
LOST = "Lost in the article"
TEACH = "What the course teaches instead"
NOTE = "Note"
SIDES = "Side by side"
CLAIM = "Claim"
SAYS = "What it says"
STATED = "Figures"
STATUS_HEAD = "Status"
RESULTS = "Computed"
RESOLVED = "What settles it"
NO_FIGURE = "no figure"
ARTICLE_TEXT = "{article}, text"
SOURCE_LINE = "{file}, “{section}”"
DOCUMENT_LINE = "{title}, {address}"

# ---- the register: docs/claims.md ----
REGISTER = "Claims: the register"
REGISTER_GENERATED = (
    "Generated by `python -m sendwell.claims register` from `course/sendwell/claims/data/`: change "
    "the data, not this file."
)
REGISTER_INTRO = (
    "Two articles are the origin of the course. They state many figures, which contradict one "
    "another and mostly have no official source. Each is recorded here with its source, its status "
    "and, where a document was found, that document and its date. Statements are in our own words. "
    "A figure whose status is not *confirmed* is never a fact: in the course it is shown with its "
    "label, or used as a scenario's parameter."
)
HEAD_STATUS = "What the status says"
HEAD_COUNTS = "How many"
HEAD_CONTRADICTIONS = "Contradictions, side by side"
HEAD_CLAIMS = "Claims of the articles"
HEAD_FACTS = "Published facts"
HEAD_HARMFUL = "Harmful advice, and what is taught instead"
HEAD_LOST = "Lists that the articles lost"
HEAD_DOCUMENTS = "Documents"
COUNTS_HEAD = "Group"
TOTAL = "all"
MEANING = "Meaning"
WHERE = "Where"
WHAT = "What is missing"
DOCUMENT = "Document"
TIER = "Tier"
ADDRESS = "Address"
DATE = "Date"
ID = "Id"
FACT = "Fact"
REMARK = "Evidence and remarks"
LOST_INTRO = (
    "The articles announce these lists and do not hold them. They are recorded as missing: no list "
    "of the course is ever presented as the articles' own."
)
FACTS_INTRO = (
    "Tier A is an official page, B a partner's text that quotes Meta, C the press. *As of* is the "
    "document's own date; *as read on* is the day on which a copy of an undated page was read, and "
    "the live page may be newer."
)
TABLE_OF = "Table {label}:"
SEE_TABLE = "see the table below"
WHAT_DATA_SAY = "In the data"
ALL_CLAIMS = "**the articles' claims**"
ALL_RECORDS = "**with the published facts**"
CONTRADICTIONS = "Contradictions beside them: {counts}."
COMPUTED_BY = "Computed with {functions} of `sendwell.claims.arithmetic`, to three digits."
GROUPS = {
    "A": "Rules for those who send",
    "B": "The report button",
    "C": "Anonymity",
    "D": "The pipeline of reports",
    "E": "Bans and limits",
    "F": "Appeals",
    "G": "Wrong reports",
    "H": "Speed",
    "I": "The marketing method",
    "P": "Published facts",
    "X": "Numbers that exclude one another",
    "Y": "Advice that excludes other advice",
    "Z": "Arithmetic that does not come out",
}

# ---- the command line ----
CLI = "Lists, shows and checks the claims of the course, and writes their register."
CLI_EPILOG = (
    "Without a command: list. Exit status: 0 all is well, 1 an entry of the registry is wrong, "
    "2 the command line is wrong or an id is not there."
)
CLI_LIST = "list records, one a line; filters narrow the list"
CLI_SHOW = "show records in full"
CLI_CHECK = "validate every entry, and name what has grown old"
CLI_REGISTER = "write the readable register"
CLI_TEXT = "words that must all occur (upper and lower case are alike)"
CLI_STATUS = "only records with this status (may be repeated)"
CLI_GROUP = "only these groups, such as A or AHX (may be repeated)"
CLI_SOURCE = "only claims of this article (S0 or S1), or whose documents' titles or keys hold this"
CLI_CONFLICTS = "only records that conflict with this one, or that this contradiction sets at odds"
CLI_STALE = "only records whose main evidence is more than --days days old"
CLI_DAYS = "the age, in days, from which evidence is stale (default: %(default)s)"
CLI_TODAY = "the day to count from, as YYYY-MM-DD (default: today)"
CLI_JSON = "print a list of objects with id, status and more"
CLI_OUT = "the file to write (default: %(default)s)"
CLI_IDS = "ids such as A16, P38 or X02"
NO_RECORD = "No record matches."
VALID = "{count} records are valid ({counts})."
STALE_LINE = "stale: {id} {statement} ({as_of})"
STALE_SUM = "{count} records rest on evidence older than {days} days on {today}: look again."
NOTHING_STALE = "No record rests on evidence older than {days} days on {today}."
WRITTEN = "{path} is written."
NO_FOLDER = "{path} cannot be written: there is no folder {folder}; run this in the project's root."
BAD_DATE = "{text!r} is no date like 2026-11-23"
BAD_GROUP = "{text!r} names no group: groups are A to I, P, X, Y and Z"
