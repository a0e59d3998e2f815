"""numpy's and pandas' values on the wire: arrays as type, shape and bytes; frames by columns.

Neither library is imported to send a value: what is not loaded made no values. On the reading
side it is imported when a value of its arrives.
"""

from __future__ import annotations

import importlib
import math
import re
import struct
import sys
from collections.abc import Callable
from typing import Any

import msgpack


class WireError(Exception):
    """A value cannot cross, or what arrived is no well-formed message."""


def ext_type(code: int, data: bytes) -> msgpack.ExtType:
    """What msgpack packs; its own constructor asks builtins, which learner code may break."""
    return tuple.__new__(msgpack.ExtType, (code, data))


_ARRAY, _SCALAR = 48, 49
_FRAME, _SERIES = 64, 65
EXTS = frozenset({_ARRAY, _SCALAR})
MARKS = frozenset({_FRAME, _SERIES})
_MARK_EXTS = {code: ext_type(code, b"") for code in MARKS}

#: The dtypes that cross: numbers, text, bytes, dates; nothing with objects or fields.
_DTYPE = re.compile(r"[<>|=][biufcSUmM]\d{1,6}(\[\d{0,6}[a-zA-Z]{1,2}\])?")
#: Extension dtypes of pandas whose columns cross as lists.
_COLUMN = re.compile(
    r"object|str|string|category|boolean|U?Int(8|16|32|64)|Float(32|64)"
    r"|datetime64\[[mnu]?s, (?!dateutil/)[A-Za-z0-9_+:/-]{1,40}\]"  # that would be a file's name
)
_MAX_DIMENSIONS = 32


def prepare(encoder: Any, value: Any, depth: int) -> Any:
    """``value`` as msgpack can pack it; None if it is none of these libraries' plain values."""
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return None
    kind = type(value)
    if kind is numpy.ndarray:
        return _array(encoder, value)
    if issubclass(kind, numpy.generic) and kind.__module__ == "numpy":
        data = value.tobytes() if value.dtype.itemsize else b""  # numpy pads what is empty
        return _ext(_SCALAR, value.dtype, (), data)
    pandas = sys.modules.get("pandas")
    if pandas is None:
        return None
    if kind is pandas.DataFrame:
        index = _index(pandas, value.index)
        names = _index(pandas, value.columns)
        if index is None or names is None:
            return None
        columns = [_column(value.iloc[:, at]) for at in range(value.shape[1])]
        parts = encoder.prepare([index, names, columns], depth + 1)
        return [_MARK_EXTS[_FRAME], *parts]
    if kind is pandas.Series:
        index = _index(pandas, value.index)
        if index is None:
            return None
        parts = encoder.prepare([index, value.name, _column(value)], depth + 1)
        return [_MARK_EXTS[_SERIES], *parts]
    return None


def _array(encoder: Any, value: Any) -> Any:
    if not _DTYPE.fullmatch(value.dtype.str) or value.ndim > _MAX_DIMENSIONS:
        return None
    encoder.spend(1, value.nbytes)
    return _ext(_ARRAY, value.dtype, value.shape, value.tobytes())


def _ext(code: int, dtype: Any, shape: tuple[int, ...], data: bytes) -> Any:
    if not _DTYPE.fullmatch(dtype.str):
        return None
    name = dtype.str.encode()
    header = struct.pack(f">BB{len(shape)}Q", len(name), len(shape), *shape)
    return ext_type(code, header + name + data)


def _index(pandas: Any, index: Any) -> Any:
    if type(index) is pandas.RangeIndex:
        return [index.name, range(index.start, index.stop, index.step)]
    if isinstance(index, pandas.MultiIndex):
        return None
    return [index.name, _column(index)]


def _column(values: Any) -> Any:
    """``[dtype, values]``; values of pandas' own kinds as a list, what is missing as None."""
    dtype = str(values.dtype)
    if _COLUMN.fullmatch(dtype):
        if dtype.startswith("datetime64"):
            return [dtype, values.array.tz_convert("UTC").tz_localize(None).to_numpy()]
        missing = values.isna()
        items = values.astype(object).to_list()
        kept = zip(items, missing.tolist(), strict=True)
        return [dtype, [None if gone and item is not None else item for item, gone in kept]]
    return [dtype, values.to_numpy()]


def read_ext(code: int, data: bytes) -> Any:
    """The array or scalar in ``data``; raises WireError, or what numpy raises."""
    numpy = _library("numpy")
    name_length, dimensions = data[0], data[1]
    if dimensions > _MAX_DIMENSIONS:
        raise WireError("no well-formed message: an array")
    start = 2 + 8 * dimensions
    shape = struct.unpack_from(f">{dimensions}Q", data, 2)
    name = data[start : start + name_length].decode("ascii")
    if not _DTYPE.fullmatch(name):
        raise WireError("no well-formed message: an array's type")
    dtype = numpy.dtype(name)
    body = data[start + name_length :]
    count = math.prod(shape)
    if count * dtype.itemsize != len(body) or (not dtype.itemsize and count > 1):
        raise WireError("no well-formed message: an array's size")
    if body:
        array = numpy.frombuffer(body, dtype).reshape(shape).copy()
    else:
        array = numpy.zeros(shape, dtype)
    return array[()] if code == _SCALAR else array


def read_table(code: int, parts: list[Any], spend: Callable[[int], None]) -> Any:
    """The data frame or series in ``parts``; raises WireError, or what pandas raises.

    ``spend`` is told of values that did not come one by one.
    """
    pandas = _library("pandas")
    index_part, second, third = parts
    index = _read_index(pandas, index_part)
    if code == _SERIES:
        return pandas.Series(_read_rows(pandas, third, index, spend), index=index, name=second)
    if not third:
        spend(len(index))
    columns = [
        pandas.Series(_read_rows(pandas, column, index, spend), index=index) for column in third
    ]
    names = _read_index(pandas, second)
    if len(names) != len(columns):
        raise WireError("no well-formed message: a frame's columns")
    frame = pandas.DataFrame(dict(enumerate(columns)), index=index)
    frame.columns = names
    return frame


def _read_index(pandas: Any, part: Any) -> Any:
    name, values = part
    if type(values) is range:
        return pandas.RangeIndex(values.start, values.stop, values.step, name=name)
    return pandas.Index(_read_column(pandas, values), name=name)


def _read_rows(pandas: Any, part: Any, index: Any, spend: Callable[[int], None]) -> Any:
    """A column with one value a row: pandas would repeat a single one for any number of rows."""
    dtype, values = part
    if type(values) is not list and type(values).__name__ != "ndarray":
        spend(len(index))
        return _objects([values] * len(index))
    column = _read_column(pandas, [dtype, values])
    if len(column) != len(index):
        raise WireError("no well-formed message: a column's length")
    return column


def _read_column(pandas: Any, part: Any) -> Any:
    dtype, values = part
    if type(values) is not list and not dtype.startswith("datetime64["):
        return values
    if not _COLUMN.fullmatch(dtype):
        if str(values.dtype) == dtype:
            return values
        raise WireError("no well-formed message: a column's type")
    if dtype.startswith("datetime64"):
        return pandas.Series(values).dt.tz_localize("UTC").astype(dtype).array
    return pandas.array(values, dtype=dtype) if dtype != "object" else _objects(values)


def _objects(values: list[Any]) -> Any:
    numpy = _library("numpy")
    column = numpy.empty(len(values), dtype=object)
    for at, value in enumerate(values):
        column[at] = value
    return column


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise WireError(f"{name} is not installed on the judge's side") from None
