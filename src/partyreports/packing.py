"""A report on its way from one process to another, in a few kilobytes.

The words that a report quotes are slices of the article, and whoever unpacks it has the article. So only their
ranges travel, with numbers, rules and other short values: a fourth to an eighth of the report's JSON. What is packed,
and how, follows from the models' fields.

Pickles of reports stay pydantic's own: made of this and the words quoted, one would be read in 0.6 of the time, which
is 7 % of the time of parsing the article, and would need the words gathered and checked first.

This is no file format: it has no version, and only `pack` of the same program can have written what `unpack` reads.
"""

import marshal
from collections.abc import Callable, Mapping
from datetime import date, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from partyreports.construct import constructor_for
from partyreports.models import MeetingReport, Passage, Span


class _Packer(NamedTuple):
    """How values of one type travel: as what, and how they are made again, given the article."""

    pack: Callable[[Any], Any]
    unpack: Callable[[Any, str], Any]


_Packers = dict[type[Any], _Packer]


def pack(report: MeetingReport) -> bytes:
    """The report without the words that it quotes.

    >>> from partyreports import parse
    >>> text = "Họp báo tháng 5"
    >>> unpack(pack(parse(text)), text) == parse(text)
    True
    """
    return marshal.dumps(_report_packer().pack(report))


def unpack(packed: bytes, text: str) -> MeetingReport:
    """The report that was packed.

    Args:
        packed: what `pack` gave in a process of this program. It is not checked.
        text: the very string that was parsed.
    """
    report: MeetingReport = _report_packer().unpack(marshal.loads(packed), text)  # noqa: S302  (our own process wrote it)
    return report


@cache
def _report_packer() -> _Packer:
    return _model_packer(MeetingReport, {Span: _Packer(_pack_span, _unpack_span), Passage: _PASSAGE})


# --- the two models that a report has most of, written out for speed


_make_span = constructor_for(Span)
_make_passage = constructor_for(Passage)


def _pack_span(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _unpack_span(packed: tuple[int, int], _text: str) -> Span:
    start, end = packed
    return _make_span({"start": start, "end": end})


def _pack_passage(passage: Passage) -> tuple[int, int]:
    return passage.span.start, passage.span.end


def _unpack_passage(packed: tuple[int, int], text: str) -> Passage:
    start, end = packed
    return _make_passage({"text": text[start:end], "span": _make_span({"start": start, "end": end})})


_PASSAGE = _Packer(_pack_passage, _unpack_passage)


# --- all others, from their fields


def _model_packer(model: type[Any], known: _Packers) -> _Packer:
    """A model travels as the tuple of its fields, with None in the place of its `text`."""
    if model not in known:
        pack_fields: list[tuple[str, Callable[[Any], Any]]] = []
        unpack_fields: list[tuple[str, Callable[[Any, str], Any]]] = []
        # Known before its fields are looked at, because points hold points.
        known[model] = _Packer(_model_pack(model, pack_fields), _model_unpack(model, unpack_fields))
        for name, info in model.model_fields.items():
            if (packer := packer_of(info.annotation, known)) is not None:
                pack_fields.append((name, packer.pack))
                unpack_fields.append((name, packer.unpack))
    return known[model]


def _model_pack(model: type[Any], pack_fields: list[tuple[str, Callable[[Any], Any]]]) -> Callable[[Any], Any]:
    quotes = "text" in model.model_fields

    def pack_model(one: Any) -> tuple[Any, ...]:  # noqa: ANN401
        fields = dict(one.__dict__)
        for name, pack_field in pack_fields:
            if (value := fields[name]) is not None:
                fields[name] = pack_field(value)
        if quotes:
            fields["text"] = None
        return tuple(fields.values())

    return pack_model


def _model_unpack(
    model: type[Any], unpack_fields: list[tuple[str, Callable[[Any, str], Any]]]
) -> Callable[[Any, str], Any]:
    names = tuple(model.model_fields)
    quotes = "text" in names
    quoted = names.index("text_span" if "text_span" in names else "span") if quotes else -1
    make = constructor_for(model)

    def unpack_model(packed: tuple[Any, ...], text: str) -> Any:  # noqa: ANN401
        fields = dict(zip(names, packed))  # noqa: B905  (they agree, and to say so costs a tenth of it all)
        if quotes:
            start, end = packed[quoted]
            fields["text"] = text[start:end]
        for name, unpack_field in unpack_fields:
            if (value := fields[name]) is not None:
                fields[name] = unpack_field(value, text)
        return make(fields)

    return unpack_model


def packer_of(annotation: Any, known: _Packers) -> _Packer | None:  # noqa: ANN401
    """How the values of a field are packed, by the type of the field; None where they travel as they are.

    Args:
        annotation: the type.
        known: how values of some models are packed.

    Raises:
        TypeError: there is no way to pack such values.
    """
    kind = _without_none(annotation)
    if get_origin(kind) is tuple:
        item, _ = get_args(kind)  # tuple[Point, ...]
        return _tuple_packer(packer_of(item, known))
    if kind in (str, int, bool) or get_origin(kind) is Mapping:  # (values of notes: words and numbers by name)
        return None
    if kind in (date, time):
        return _Packer(kind.isoformat, lambda packed, _text: kind.fromisoformat(packed))
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return _Packer(lambda member: member.value, lambda packed, _text: members[packed])
    if issubclass(kind, BaseModel):
        return _model_packer(kind, known)
    raise TypeError(f"no way is known to pack a field of the type {kind}")


def _without_none(annotation: Any) -> Any:  # noqa: ANN401
    """The type of a field that may be None or has a serializer of its own: `Annotated[str, …] | None` gives `str`."""
    if get_origin(annotation) is Annotated:
        return _without_none(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        (kind,) = (arg for arg in get_args(annotation) if arg is not type(None))
        return _without_none(kind)
    return annotation


def _tuple_packer(item: _Packer | None) -> _Packer | None:
    if item is None:
        return None
    pack_item, unpack_item = item
    return _Packer(
        lambda values: [pack_item(value) for value in values] if values else (),
        lambda packed, text: tuple([unpack_item(value, text) for value in packed]) if packed else (),
    )
