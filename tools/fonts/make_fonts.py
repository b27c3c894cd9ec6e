"""Make the three font files of the default look from the fonts' npm packages.

Run once, commit the result; the build never needs the network:

    npm install --prefix /some/folder @fontsource-variable/literata@5.3.0 \
        @fontsource-variable/bricolage-grotesque@5.3.0
    pip install "fonttools[woff]"
    python tools/fonts/make_fonts.py /some/folder/node_modules

Both families are under the SIL Open Font License 1.1 and declare no Reserved Font Name, so a
modified version may keep its name. Each is cut to the letters of Western European languages and
to the weights the look uses; other letters fall back to the reader's own fonts.
The same input gives the same bytes: time stamps are kept from the source files.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parents[2] / "builder" / "web" / "fonts"

FAMILIES = ("literata", "bricolage-grotesque")
LITERATA = "literata/files/literata-latin-wght"
BRICOLAGE = "bricolage-grotesque/files/bricolage-grotesque-latin-opsz"
FONTS: dict[str, tuple[str, tuple[float, float] | float]] = {
    "text": (f"{LITERATA}-normal.woff2", (400, 700)),
    "text-italic": (f"{LITERATA}-italic.woff2", 400),
    "display": (f"{BRICOLAGE}-normal.woff2", (400, 800)),
}

RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xFF),  # Latin-1
    (0x131, 0x131),
    (0x152, 0x153),  # French ligatures
    (0x2013, 0x2014),  # dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2022, 0x2022),
    (0x2026, 0x2026),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2212),
)
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "onum", "lnum", "tnum", "pnum"]


def letters() -> list[int]:
    return [code for first, last in RANGES for code in range(first, last + 1)]


def options() -> Options:
    chosen = Options()
    chosen.layout_features = FEATURES
    chosen.flavor = "woff2"
    return chosen


def narrowed(font: TTFont, weights: tuple[float, float] | float) -> TTFont:
    """`font` cut to `weights`, written and read again: the subsetter wants settled tables."""
    font.flavor = None
    buffer = BytesIO()
    instantiateVariableFont(font, {"wght": weights}).save(buffer)
    buffer.seek(0)
    return TTFont(buffer, recalcTimestamp=False)


def make(source: Path, weights: tuple[float, float] | float, target: Path) -> None:
    font = narrowed(TTFont(source, recalcTimestamp=False), weights)
    subsetter = Subsetter(options())
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes")


def licence(packages: Path) -> str:
    """Both copyright lines, then the licence text, which is the same in the two packages."""
    texts = [(packages / name / "LICENSE").read_text(encoding="utf-8") for name in FAMILIES]
    heads = [text.split("\n", 1)[0].split(") ")[0].rstrip(")") + ")" for text in texts]
    bodies = {text.split("\n", 1)[1] for text in texts}
    if len(bodies) != 1:
        raise SystemExit("The two packages no longer carry the same licence text: read them.")
    if any("Reserved Font Name" in text.split("\n\n", 1)[0] for text in texts):
        raise SystemExit("A font now reserves its name: the cut version has to be renamed.")
    return "\n".join(heads) + "\n" + bodies.pop()


def main() -> None:
    packages = Path(sys.argv[1]) / "@fontsource-variable"
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (source, weights) in FONTS.items():
        make(packages / source, weights, TARGET / f"{name}.woff2")
    (TARGET / "OFL.txt").write_text(licence(packages), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main()
