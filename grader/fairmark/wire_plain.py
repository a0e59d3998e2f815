"""Plain values as bytes, quickly: what most checks ask and most answers are.

Only the learner's process reads these bytes, and only those that the judge or it itself has
written: `marshal` trusts what it reads. The judge writes them and compares them, never more.
Version 2 of the format gives equal bytes for equal values of equal types, and shares nothing:
a list that stands in two places is read as two.
"""

from __future__ import annotations

import marshal
from typing import Any

_VERSION = 2
#: How many values may be looked at: what is larger goes the other way, with its limits.
_MOST_VALUES = 1_000_000
_MOST_BYTES = 16 << 20
#: No bytes: `marshal` writes whatever offers a buffer as if it were some.
_ATOMS = frozenset({type(None), bool, int, float, str})


def pack(value: Any) -> bytes | None:
    """``value`` as bytes if it is made of None, bool, int, float, str, list, tuple and dict only.

    None if it is not, or if it is very large.
    """
    if not _is_plain(value):
        return None
    try:
        packed = marshal.dumps(value, _VERSION)
    except ValueError:  # nested too deep
        return None
    return packed if len(packed) <= _MOST_BYTES else None


def unpack(data: bytes) -> Any:
    """What `pack` wrote. Never for bytes that somebody else may have written."""
    return marshal.loads(data)  # noqa: S302  (see above)


def _is_plain(value: Any) -> bool:
    level = [value]
    left = _MOST_VALUES
    while level:
        inner: list[Any] = []
        for one in level:
            kind = type(one)
            if kind is list or kind is tuple:
                inner += one
            elif kind is dict:
                inner += one
                inner += one.values()
            elif kind not in _ATOMS:
                return False
        left -= len(inner)
        if left < 0:
            return False
        level = [] if _ATOMS.issuperset(map(type, inner)) else inner
    return True
