"""Reports that are packed come back as they were, whatever a report may hold."""

import datetime
from collections.abc import Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from hypothesis import given
from pydantic import BaseModel

from partyreports import MeetingReport, parse
from partyreports.models import Passage, Span
from partyreports.packing import pack, packer_of, unpack
from shapes import articles, lists, read_article, shipped_articles

TEXT = "Giao ban trực tuyến ngành Lưu trữ"
SPAN = Span(start=4, end=19)
PLAIN = {
    int: 7,
    bool: True,
    str: "đúng",
    datetime.date: datetime.date(2021, 6, 2),
    datetime.time: datetime.time(8, 11),
}


def filled(annotation: Any, depth: int = 0) -> Any:
    """A value for a field of this type, with every optional field inside it given."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return filled(arguments[0], depth)
    if origin in (Union, UnionType):
        return filled(next(argument for argument in arguments if argument is not type(None)), depth)
    if origin is tuple:
        return tuple(filled(arguments[0], depth + 1) for _ in range(2)) if depth < 5 else ()
    if origin is Mapping or annotation is Span:
        return SPAN if annotation is Span else {"words": "đúng", "count": 7}
    if issubclass(annotation, BaseModel):
        fields = {name: filled(info.annotation, depth) for name, info in annotation.model_fields.items()}
        if "text" in fields:
            fields["text"] = TEXT[4:19]
        return annotation(**fields)
    return list(annotation)[-1] if issubclass(annotation, Enum) else PLAIN[annotation]


def empty(model: type[BaseModel]) -> Any:
    """The model with nothing but what must be given."""
    return model(**{name: filled(info.annotation) for name, info in model.model_fields.items() if info.is_required()})


def same(report: MeetingReport, text: str) -> None:
    """Assert that packing gives the report back."""
    again = unpack(pack(report), text)
    assert again == report
    # In which enums are shown as enums, and tuples as tuples.
    assert repr(again.model_dump()) == repr(report.model_dump())
    assert again.model_dump_json() == report.model_dump_json()
    assert again.model_fields_set == set(MeetingReport.model_fields)


def test_a_report_with_every_field_given_and_one_with_none_come_back() -> None:
    full = filled(MeetingReport)
    assert full.sections[0].points[0].points[0].points
    assert full.published.time
    same(full, TEXT)
    same(empty(MeetingReport), TEXT)


@pytest.mark.parametrize("path", shipped_articles(), ids=lambda path: path.stem)
def test_shipped_articles_come_back(path: Any) -> None:
    text = read_article(path)
    same(parse(text), text)


@given(articles())
def test_reports_of_anything_like_an_article_come_back(text: str) -> None:
    same(parse(text), text)


@given(lists())
def test_reports_of_lists_come_back(text: str) -> None:
    same(parse(text), text)


def test_what_comes_back_is_frozen_and_can_be_copied() -> None:
    report = unpack(pack(filled(MeetingReport)), TEXT)
    with pytest.raises(ValueError, match="frozen"):
        report.title = None
    assert report.model_copy(deep=True) == report
    assert report.title is not None
    assert hash(report.title.span) == hash(SPAN)


def test_quoted_words_stay_at_home() -> None:
    report = filled(MeetingReport)
    assert TEXT[4:19].encode() in report.model_dump_json().encode()
    assert TEXT[4:19].encode() not in pack(report)


@pytest.mark.parametrize("kind", [dict[str, int], float, list[Passage], bytes])
def test_a_kind_of_field_that_nobody_thought_of_is_an_error(kind: Any) -> None:
    with pytest.raises(TypeError):
        packer_of(kind, {})
