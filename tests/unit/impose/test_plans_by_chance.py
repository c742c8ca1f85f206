"""Plans by chance: cards of many sizes on many papers, in every scheme, and where each lies."""

from __future__ import annotations

import pytest
from tests.chances import Chance, hold
from tests.unit.layout.test_sheets_whole import slots

from samenspel.errors import UsageError
from samenspel.impose import plan
from samenspel.impose.planning import explained
from samenspel.impose.schemes import scheme_names
from samenspel.model.sheet import Imposing, Paper, Printer
from samenspel.units import Size

PAPERS = (Paper("a4", "A4", 210, 297), Paper("a3", "A3", 297, 420), Paper("eigen", "Eigen", 330,
                                                                          480))


def planned(chance: Chance, scheme: str) -> str:
    trim = Size(chance.number(20, 160, 1), chance.number(20, 160, 1))
    printer = Printer("k", (chance.number(-1, 1, 1), 0.2), (0.1, chance.number(-1, 1, 1)),
                      margin=4.2)
    imposing = Imposing(
        scheme, chance.of(("long-edge", "short-edge")), chance.of((None, None, 1, 3)),
        chance.maybe(0.7), chance.of((None, None, 0, 4, 7.5)), chance.of((0.1, 0.35)),
        chance.maybe(0.3), chance.of((None, None, printer)),
    )
    count, bleed = int(chance.number(1, 40)), chance.of((0, 2, 3, 3))
    try:
        made = plan(
            count, trim=trim, bleed=bleed, gutter=chance.of((None, None, 0, 5)),
            paper=chance.of(PAPERS), filler=(count - 1,), imposing=imposing,
        )
    except UsageError as error:
        return str(error)
    return f"{explained(made)} {made.other} {made.empty} {made.unmeasured}\n{''.join(slots(made))}"


@pytest.mark.parametrize("scheme", scheme_names())
def test_plans_by_chance_are_as_they_were(scheme: str) -> None:
    hold("chance-plans", scheme, 60, lambda chance: planned(chance, scheme))
