import pytest

from branchfloor.domain.kinds import Tier
from ui.theme import THEMES, Hue, load_tokens
from ui.theme.contrast import EDGE_PAIRS, TEXT_PAIRS, contrast


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(theme: str, ink: str, ground: str):
    colours = load_tokens(theme).as_dict()
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_stand_out_from_their_ground(theme: str, edge: str, ground: str):
    colours = load_tokens(theme).as_dict()
    assert contrast(colours[edge], colours[ground]) >= 3


def test_contrast_is_counted_as_wcag_does():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_themes_name_every_token_as_a_colour():
    for theme in THEMES:
        values = load_tokens(theme).as_dict()
        values.pop("name")
        assert all(len(value) == 7 and value.startswith("#") for value in values.values())


def test_the_board_looks_the_same_in_both_themes():
    day, night = (load_tokens(theme).as_dict() for theme in THEMES)
    for token in day:
        if token.startswith("board") or token.endswith("_inv"):
            assert day[token] == night[token], token


def test_a_tier_of_the_domain_is_a_hue():
    tokens = load_tokens("day")
    assert tokens.hue(Tier.VALUE_ADDED) == tokens.hue(Hue.VALUE)
    assert tokens.hue(Tier.GENERAL).ink == tokens.general


def test_an_unknown_token_is_a_mistake_in_code():
    with pytest.raises(KeyError):
        load_tokens("day").colour("mauve")
