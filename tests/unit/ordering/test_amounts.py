"""How many of each deck, from a number and from a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenspel.errors import ContentError, UsageError
from samenspel.ordering.amounts import Amounts, read_amounts
from samenspel.ordering.request import OrderRequest


def read(folder: Path, table: str, copies: int | None = None) -> Amounts:
    path = folder / "oplage.csv"
    path.write_text(table, encoding="utf-8")
    return read_amounts(OrderRequest(folder, copies=copies, quantities=path))


def test_the_closest_row_counts(tmp_path: Path) -> None:
    table = "regio;taal;product;aantal\nwad;;;100\nwad;de;;20\nwad;;poster;5\nzee;nl;;1.500\n"
    amounts = read(tmp_path, table, copies=7)
    assert amounts.copies_of("wad", "nl", "cards") == 100
    assert amounts.copies_of("wad", "de", "cards") == 20
    assert amounts.copies_of("wad", "nl", "poster") == 5
    assert amounts.copies_of("zee", "nl", "cards") == 1500
    assert amounts.copies_of("elders", "nl", "cards") == 7
    assert amounts.regions == ("wad", "zee")


def test_a_deck_of_which_nothing_is_said_is_no_order(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="zee/de cards"):
        read(tmp_path, "region,copies\nwad,10\n").copies_of("zee", "de", "cards")
    with pytest.raises(UsageError, match="number of copies"):
        read_amounts(OrderRequest(tmp_path))


def test_all_mistakes_in_a_table_are_reported_with_their_rows(tmp_path: Path) -> None:
    table = "region,copies\nwad,veel\nzee,0\nduin,-5\nwad,10\nbos,12\n"
    with pytest.raises(ContentError) as caught:
        read(tmp_path, table)
    messages = [(str(one.location), one.message) for one in caught.value.diagnostics]
    assert [place.rpartition("!")[2] for place, _ in messages] == ["A2", "A3", "A4", "A5"]
    assert "second time" in messages[3][1]


def test_a_table_without_its_columns_says_which(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, "streek,hoeveel\nwad,10\n")
    assert [one.message for one in caught.value.diagnostics] == [
        'there is no column "region"',
        'there is no column "copies"',
    ]


def test_a_region_that_the_deck_does_not_have_is_no_silent_loss(tmp_path: Path) -> None:
    amounts = read(tmp_path, "region,copies\nnordkust,10\n")
    with pytest.raises(ContentError) as caught:
        amounts.check(["basis", "noordkust"])
    assert "noordkust" in caught.value.diagnostics[0].remedy


@pytest.mark.parametrize("said", ["1 500", "1.500", "1\u00a0500", "1500"])
def test_thousands_may_stand_apart(tmp_path: Path, said: str) -> None:
    assert read(tmp_path, f"region;copies\nwad;{said}\n").copies_of("wad", "nl", "cards") == 1500


@pytest.mark.parametrize(
    "said", ["2.5", "1.5000", "1..500", "000000001" + "0" * 20, "1" + "0" * 5000, "٣", "1e3"]
)
def test_what_is_no_number_of_copies_is_not_taken_for_another(tmp_path: Path, said: str) -> None:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, f"region;copies\nwad;{said}\n")
    assert [one.code for one in caught.value.diagnostics] == ["order-table"]
