"""Cut the bundled fonts from their originals: `python installer/cut_fonts.py FOLDER`.

FOLDER holds the unpacked originals named in resources/fonts/NOTICE. Needs fonttools, which is no
dependency of the project: run it in an environment of its own, only when a font is to be renewed.
Two things are changed. Noto Sans SC keeps GBK (customers' names need it) and what Inter keeps.
Inter draws its tabular figures by default, because style sheets cannot switch a feature on.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
LATIN = [*range(0x20, 0x250), *range(0x2B0, 0x370), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070)]
SIGNS = [*range(0x20A0, 0x2300), *range(0x2460, 0x2500), *range(0x25A0, 0x2700)]
INTER = ["400Regular", "500Medium", "600SemiBold", "700Bold", "800ExtraBold"]
NOTO = ["400Regular", "700Bold"]


def gbk() -> set[int]:
    """Every character GBK can write."""
    pairs = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    return {ord(text) for text in (p.decode("gbk", "ignore") for p in pairs) if len(text) == 1}


def cut(font: TTFont, characters: set[int]) -> None:
    """Keep only these characters, with the layout features they need."""
    options = Options(hinting=False, notdef_outline=True, name_IDs=["*"], name_languages=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def use_tabular_figures(font: TTFont) -> None:
    """Let the ten digits be drawn by the glyphs that the feature "tnum" would choose."""
    table = font["GSUB"].table
    wanted = {
        r.Feature.LookupListIndex[0]
        for r in table.FeatureList.FeatureRecord
        if r.FeatureTag == "tnum"
    }
    swaps: dict[str, str] = {}
    for index in wanted:
        for part in table.LookupList.Lookup[index].SubTable:
            swaps |= getattr(part, "ExtSubTable", part).mapping
    for page in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if digit in page.cmap:
                page.cmap[digit] = swaps.get(page.cmap[digit], page.cmap[digit])


def main(originals: Path) -> None:
    """Write every bundled font file."""
    latin = {*LATIN, *SIGNS}
    for style in INTER:
        font = TTFont(next(originals.rglob(f"Inter_{style}.ttf")), recalcTimestamp=False)
        use_tabular_figures(font)
        cut(font, latin)
        font.save(FONTS / "inter" / f"Inter-{style[3:]}.ttf")
    for style in NOTO:
        font = TTFont(next(originals.rglob(f"NotoSansSC_{style}.ttf")), recalcTimestamp=False)
        cut(font, latin | gbk())
        font.save(FONTS / "noto-sans-sc" / f"NotoSansSC-{style[3:]}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
