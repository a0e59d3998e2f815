"""Chat messages with labels: the course's own corpus, and the SMS Spam Collection.

``messages()`` gives the corpus (README.md beside this file is its data sheet, LABELS.md says what
each label means); ``sms_spam()`` fetches the SMS Spam Collection when it is called. Nothing is
read before the first call.
"""

from sendwell.data.corpus import disguised, messages
from sendwell.data.model import LABELS, LANGUAGES, ORIGINS, Message
from sendwell.data.sms import NoCollectionError, sms_spam

__all__ = [
    "LABELS",
    "LANGUAGES",
    "ORIGINS",
    "Message",
    "NoCollectionError",
    "disguised",
    "messages",
    "sms_spam",
]
