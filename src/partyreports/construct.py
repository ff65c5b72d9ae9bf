"""Makes models out of values that our own code has just computed, without validating them again.

A report holds some hundreds of models, and validating what the rules have computed costs more than many of
the rules. The tests compare models made here with validated ones.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel

_Model = TypeVar("_Model", bound=BaseModel)
_new = object.__new__
# Through the descriptors: `setattr` is what a frozen model refuses.
_set_dict = BaseModel.__dict__["__dict__"].__set__
_set_fields_set = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_set_extra = BaseModel.__dict__["__pydantic_extra__"].__set__
_set_private = BaseModel.__dict__["__pydantic_private__"].__set__


class _FieldNames(dict[type[BaseModel], set[str]]):
    """Names of a model's fields; shared by its instances, which are frozen."""

    def __missing__(self, model: type[BaseModel]) -> set[str]:
        names = self[model] = set(model.model_fields)
        return names


_field_names = _FieldNames()


def construct(model: type[_Model], /, **fields: object) -> _Model:
    """An instance of `model` without validation, for values that our own code has just made.

    Every field must be given, in the order of the model.
    """
    one = _new(model)
    _set_dict(one, fields)
    _set_fields_set(one, _field_names[model])
    _set_extra(one, None)
    _set_private(one, None)
    return one


def constructor_for(model: type[_Model]) -> Callable[[dict[str, Any]], _Model]:
    """A function that makes such instances out of dicts, which become the instances' own: for many of a kind."""
    names = _field_names[model]

    def make(fields: dict[str, Any]) -> _Model:
        one = _new(model)
        _set_dict(one, fields)
        _set_fields_set(one, names)
        _set_extra(one, None)
        _set_private(one, None)
        return one

    return make
