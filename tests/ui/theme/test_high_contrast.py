"""High contrast holds 7 : 1 wherever text is read, and its edges stand out."""

import pytest

from ui.theme import CONTRAST, load_tokens
from ui.theme.contrast import EDGE_PAIRS, TEXT_PAIRS, contrast


@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_seven_to_one(ink: str, ground: str):
    colours = load_tokens(CONTRAST).as_dict()
    assert contrast(colours[ink], colours[ground]) >= 7


@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_are_four_and_a_half_to_one(edge: str, ground: str):
    colours = load_tokens(CONTRAST).as_dict()
    assert contrast(colours[edge], colours[ground]) >= 4.5
