"""Roles: what the points of a list are, by what introduces it and how they begin.

What is seen of a list are signals: the noun that its introduction announces, the verbs around it, who speaks to
whom, the heading above, the first words of the points. The role is the one with the highest sum of weights. A
role names its rule by the signals that speak most for it: `role.noun_task+verb_direct`.
"""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from partyreports.lists.role_measures import SeenList
from partyreports.lists.role_signals import signals_of
from partyreports.models import SectionRole

_ROLES = tuple(role.value for role in SectionRole)
_NAMED_SIGNALS = 2
"""How many signals the name of a rule tells."""


class Decision(NamedTuple):
    """A role, and the name of the rule that gave it."""

    role: SectionRole
    rule: str


class RoleWeights(NamedTuple):
    """A linear model with a score for each role: its bias plus the weights of the signals, each times its strength."""

    bias: Mapping[str, float]
    """By role."""
    of: Mapping[str, Mapping[str, float]]
    """By the name of the signal, then by role."""


@cache
def role_weights() -> RoleWeights:
    """The weights that ship with the package."""
    path = resources.files("partyreports") / "data" / "weights" / "list_role.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    return RoleWeights(document["bias"], document["signals"])


def role_of(seen: SeenList) -> Decision:
    """The role of a list."""
    return _decided(tuple(signals_of(seen).items()))


@lru_cache(maxsize=1024)
def _decided(signals: tuple[tuple[str, float], ...]) -> Decision:
    """The decision by the weights that ship: lists of which the same is seen are decided once."""
    return decide(dict(signals), role_weights())


def decide(signals: Mapping[str, float], model: RoleWeights) -> Decision:
    """The role with the highest score, and the signals that speak most for it against the second.

    Args:
        signals: strength by the name of the signal; those that are not there are left out.
        model: the weights.

    >>> decide({"role.noun_task": 1.0}, RoleWeights({"task": 0.1}, {"role.noun_task": {"task": 2.0}}))
    Decision(role=<SectionRole.TASK: 'task'>, rule='role.noun_task')
    """
    scores = {**dict.fromkeys(_ROLES, 0.0), **model.bias}
    weighed = [(name, strength, model.of[name]) for name, strength in signals.items() if name in model.of]
    for _, strength, weights in weighed:
        for role, weight in weights.items():
            scores[role] += weight * strength
    first, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    for_first = {
        name: (weights.get(first, 0.0) - weights.get(second, 0.0)) * strength for name, strength, weights in weighed
    }
    reasons = sorted((name for name, part in for_first.items() if part > 0), key=for_first.__getitem__, reverse=True)
    short = [name.removeprefix("role.") for name in reasons[:_NAMED_SIGNALS]]
    return Decision(SectionRole(first), "role." + ("+".join(short) or "none"))
