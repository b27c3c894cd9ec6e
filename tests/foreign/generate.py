"""Folders of Markdown as other programs' users leave them.

`generate(root, seed)` writes the same files for the same seed: several folders, each in the habits
of one kind of author. None of them has heard of this builder, so nothing here may be needed to
change before it becomes a course.
"""

# ruff: noqa: E501, SIM905 - the texts are easier to judge in one line than to wrap

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

Files = Iterator[tuple[str, str | bytes]]

_WORDS = (
    "water village story answer garden river machine letter winter kitchen language market "
    "evening bridge history colour teacher number window question family music friend paper "
    "forest engine island doctor spring reason season table corner travel member summer"
).split()


class Prose:
    """Sentences that mean nothing, from a seeded source."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def words(self, count: int) -> str:
        """`count` words in one line."""
        return " ".join(self._random.choice(_WORDS) for _ in range(count))

    def title(self) -> str:
        """Three words, the first with a capital."""
        return self.words(3).capitalize()

    def paragraph(self) -> str:
        """Three to six sentences."""
        count = self._random.randint(3, 6)
        return " ".join(
            f"{self.words(self._random.randint(5, 14)).capitalize()}." for _ in range(count)
        )

    def sections(self, count: int = 3) -> str:
        """Some headings of level 2 with text below each."""
        return "\n\n".join(
            f"## {self.title()}\n\n{self.paragraph()}\n\n{self.paragraph()}" for _ in range(count)
        )


def png(red: int, green: int, blue: int) -> bytes:
    """A picture of one colour, 8 by 8 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + bytes((red, green, blue)) * 8) * 8
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def plain(prose: Prose) -> Files:
    """Notes with nothing but text: no front matter, sometimes no heading."""
    for name in ("river", "winter letters", "the-kitchen", "Bridge"):
        yield f"{name}.md", f"# {prose.title()}\n\n{prose.sections()}\n"
    yield "no heading.md", f"{prose.paragraph()}\n\n{prose.paragraph()}\n"
    yield (
        "setext.md",
        f"{prose.title()}\n=====\n\n{prose.paragraph()}\n\nPart two\n---\n\n{prose.paragraph()}\n",
    )
    yield "only-heading.md", "# Only a heading\n"
    yield "empty.md", ""
    yield "spaces.md", "\n   \n\t\n"
    yield "late-heading.md", f"{prose.paragraph()}\n\n### {prose.title()}\n\n{prose.paragraph()}\n"
    yield (
        "two-titles.md",
        f"# {prose.title()}\n\n{prose.paragraph()}\n\n# {prose.title()}\n\n{prose.paragraph()}\n",
    )


def numbered(prose: Prose) -> Files:
    """A book in numbered files, each linking to the next, in nested parts."""
    yield (
        "README.md",
        f"# {prose.title()}\n\n{prose.paragraph()}\n\nStart with [one](1.%20Beginning.md).\n",
    )
    names = ["1. Beginning", "2. Middle", "3 - Turning point", "10. End", "11_appendix"]
    for name, following in zip(names, [*names[1:], "12 missing"], strict=True):
        link = f"[next](<{following}.md>)"
        yield f"{name}.md", f"# {prose.title()}\n\n{prose.sections(2)}\n\n{link}\n"
    for part in (1, 2):
        yield f"part {part}/README.md", f"# Part {part}\n"
        for chapter in (1, 2):
            text = f"# {prose.title()}\n\n![](../images/map.png)\n\n{prose.sections(2)}\n"
            yield f"part {part}/chapter {chapter}/text.md", text
    yield "images/map.png", png(200, 220, 240)


def jekyll(prose: Prose) -> Files:
    """A blog: dated names, unknown keys, Liquid, and front matter that YAML readers refuse."""
    for day, extra in (
        (1, "layout: post\ncategories: [a, b]"),
        (2, "tags: one, two\ndraft: false"),
    ):
        head = f"---\ntitle: {prose.title()}\ndate: 2024-01-0{day} 10:00:00 +0000\n{extra}\n---\n"
        yield (
            f"posts/2024-01-0{day}-post.md",
            head + f"\n{{% include note.html %}}\n\n{prose.sections(2)}\n",
        )
    yield (
        "colon.md",
        f"---\ntitle: Part 1: {prose.title()}\nlayout: page\n---\n\n{prose.sections(1)}\n",
    )
    yield "twice.md", f"---\ntitle: A\ntitle: B\n---\n\n{prose.sections(1)}\n"
    yield "yes.md", "---\ntitle: no\nsummary: yes\ntags: 12\nminutes: soon\n---\n\nText.\n"
    yield "anchor.md", "---\nbase: &base {a: 1}\nother: *base\n---\n\n# Anchors\n\nText.\n"
    yield "unclosed.md", f"---\ntitle: {prose.title()}\n\n{prose.paragraph()}\n"
    yield "rule.md", f"---\n\n{prose.paragraph()}\n\n---\n\n{prose.paragraph()}\n"
    yield "null.md", "---\n---\n\n# Nothing in front\n\nText.\n"
    yield "list.md", "---\n- a\n- b\n---\n\n# A list in front\n\nText.\n"


def hugo(prose: Prose) -> Files:
    """TOML front matter, shortcodes, `_index.md`, page bundles."""
    yield "_index.md", f'+++\ntitle = "{prose.title()}"\nweight = 1\n+++\n\n{prose.paragraph()}\n'
    for number in (1, 2, 3):
        head = f'---\ntitle: "{prose.title()}"\nweight: {number}0\nmenu: {{main: {{parent: docs}}}}\n---\n'
        body = f'{{{{< figure src="map.png" >}}}}\n\n{prose.sections(2)}\n'
        yield f"guide-{number}.md", head + body
    yield (
        "bundle/index.md",
        f"---\ntitle: {prose.title()}\nresources:\n- src: map.png\n---\n![m](map.png)\n",
    )
    yield "bundle/map.png", png(10, 120, 60)


def mkdocs(prose: Prose) -> Files:
    """Admonitions, tabs, footnotes, attribute lists, task lists, code with titles, snippets."""
    yield (
        "index.md",
        f"# {prose.title()}\n\n[Tabs](tabs.md) [missing](gone.md#x) [anchor](#nowhere)\n",
    )
    yield (
        "tabs.md",
        (
            f'# Tabs\n\n=== "One"\n\n    {prose.paragraph()}\n\n=== "Two"\n\n    ```python\n'
            '    print(1)\n    ```\n\n!!! note "A note"\n    Inside.\n\n??? tip\n    Folded.\n'
        ),
    )
    yield (
        "footnotes.md",
        f"# Footnotes\n\n{prose.paragraph()}[^1] Again[^two].\n\n[^1]: First.\n[^two]: Second.\n",
    )
    yield (
        "code.md",
        (
            '# Code\n\n```yaml title="a.yml" linenums="1" hl_lines="2"\na: 1\nb: 2\n```\n\n~~~\ntilde\n'
            "~~~\n\n    indented code\n\n```unclosed\nto the end\n"
        ),
    )
    yield (
        "tables.md",
        f"# Tables\n\n| a | b |\n|---|:-:|\n| {prose.words(2)} | `x|y` |\n| 1 |\n\n- [ ] open\n- [x] done\n",
    )
    yield (
        "attributes.md",
        "# Attributes {#custom .big}\n\n[Button](tabs.md){ .md-button } :smile: ++ctrl+c++\n",
    )
    yield (
        "snippets.md",
        '# Snippets\n\n--8<-- "no-such-file.md"\n\n$$\nx^2\n$$\n\n*[HTML]: Hyper Text\n',
    )


def docusaurus(prose: Prose) -> Files:
    """Directives with colons, imports, JSX in Markdown, numbered folders with `_category_.json`."""
    yield "_category_.json", '{"label": "Docs", "position": 1}'
    for number in (1, 2, 3):
        yield (
            f"0{number}-step.md",
            (
                f"---\nid: step-{number}\nsidebar_position: {number}\nslug: /s{number}\n---\n\n"
                "import Tabs from '@theme/Tabs';\n\n# Step\n\n:::note\n\nRead this.\n\n:::\n\n"
                f"<Tabs><TabItem value='a'>{prose.words(5)}</TabItem></Tabs>\n\n{{/* hidden */}}\n\n"
                f":::tip[Title]\n{prose.paragraph()}\n:::\n"
            ),
        )


def gitbook(prose: Prose) -> Files:
    """SUMMARY.md, hints in Liquid-like marks, assets in a hidden folder."""
    yield "README.md", f"# {prose.title()}\n\n{prose.paragraph()}\n"
    yield (
        "SUMMARY.md",
        "# Summary\n\n* [Intro](README.md)\n* [Setup](setup/README.md)\n  * [Linux](setup/linux.md)\n",
    )
    yield "setup/README.md", "---\ndescription: >-\n  How to set up\n---\n\n# Setup\n"
    yield (
        "setup/linux.md",
        (
            f'# Linux\n\n{{% hint style="info" %}}\n{prose.paragraph()}\n{{% endhint %}}\n\n'
            '![](<../.gitbook/assets/shot (1).png>)\n\n{% tabs %}\n{% tab title="A" %}\nA\n{% endtab %}\n{% endtabs %}\n'
        ),
    )
    yield ".gitbook/assets/shot (1).png", png(90, 90, 90)
    yield ".gitbook/notes.md", "# Hidden notes\n"


def obsidian(prose: Prose) -> Files:
    """A vault: wiki links, embeds, callouts, tags in the text, names as people talk."""
    yield (
        "Ideas 💡.md",
        f"Links to [[Projects]] and [[Reading list|books]] #idea/new\n\n{prose.paragraph()}\n",
    )
    yield (
        "Projects.md",
        "---\naliases: [P]\ncssclass: wide\n---\n![[map.png]]\n\n> [!warning] Careful\n> Text.\n",
    )
    yield (
        "Reading list.md",
        f"# Reading list\n\n- [ ] {prose.title()} ^block1\n\n%%comment%%\n\n==marked==\n",
    )
    yield "Daily/2024-01-05.md", f"{prose.paragraph()}\n\n```dataview\nlist from #idea\n```\n"
    yield "Daily/2024-01-06.md", f"{prose.paragraph()}\n\n```mermaid\ngraph TD; A-->B\n```\n"
    yield "map.png", png(250, 200, 40)
    yield ".obsidian/app.json", "{}"


def names(prose: Prose) -> Files:
    """Whatever a file system allows."""
    odd = ["C# and F#", "50% off", "why", "R&D (draft) [2]", "it's + more", "über Größe", "日本語",
           "العربية", "a.b.c", "CAPITALS", "snake_case_name", "-dash", "x" * 120]  # fmt: skip
    for name in odd:
        yield f"{name}.md", f"# {prose.title()}\n\n{prose.paragraph()}\n"
    yield "UPPER.MD", f"# {prose.title()}\n\n{prose.paragraph()}\n"
    yield "other.markdown", f"# {prose.title()}\n\n{prose.paragraph()}\n"
    yield (
        "Folder With Spaces/Sub & Folder/deep.md",
        f"# {prose.title()}\n\n[up](../../CAPITALS.md)\n",
    )
    yield "notes.txt", "not Markdown"
    yield "empty folder/.keep", ""


def windows(prose: Prose) -> Files:
    """Byte order marks, CRLF, tabs, old Mac line ends, trailing spaces, no last line end."""
    yield "bom.md", "\ufeff---\ntitle: With a mark\n---\n\n# Mark\n\nText.\n".encode()
    yield "bom-only.md", b"\xef\xbb\xbf"
    yield "crlf.md", f"# {prose.title()}\n\n{prose.sections(1)}\n".replace("\n", "\r\n").encode()
    yield "mac.md", f"# {prose.title()}\n\n{prose.paragraph()}\n".replace("\n", "\r").encode()
    yield "mixed.md", f"# {prose.title()}\r\n\n{prose.paragraph()}\r\n\n\tcode\r\n"
    yield "no-end.md", f"# {prose.title()}\n\n-\tlist\n\t-\tnested  \nmore"
    yield (
        "controls.md",
        "# Controls\n\nA form feed \x0c, a zero width \u200b, a bidi mark \u202e.\n",
    )


def html(prose: Prose) -> Files:
    """Raw HTML, good and bad, and pictures in it."""
    yield (
        "tags.md",
        (
            f"# Tags\n\n<div align='center'>\n<img src='pic.png' width=10>\n<h2 id=inner>Inner</h2>\n</div>\n\n"
            f"<details><summary>More</summary>\n\n{prose.paragraph()}\n\n</details>\n"
        ),
    )
    yield "broken.md", "# Broken\n\n<div><p>never closed\n\n</span>\n\n<!-- open comment\n\ntext\n"
    yield (
        "script.md",
        "# Script\n\n<script>document.title='x'</script>\n\n<style>p{color:red}</style>\n\nText.\n",
    )
    yield "pic.png", png(1, 2, 3)
    yield (
        "entities.md",
        "# A &amp; B &lt;c&gt;\n\n&nbsp;&copy; <https://example.org> 1 < 2 & 3 > 2\n",
    )


STYLES: dict[str, Callable[[Prose], Files]] = {
    "plain": plain,
    "numbered": numbered,
    "jekyll": jekyll,
    "hugo": hugo,
    "mkdocs": mkdocs,
    "docusaurus": docusaurus,
    "gitbook": gitbook,
    "obsidian": obsidian,
    "odd names": names,
    "windows": windows,
    "html": html,
}


def generate(root: Path, seed: int = 1) -> None:
    """Write every style into a folder of its own below `root`, and a few files beside them."""
    for number, (style, make) in enumerate(STYLES.items()):
        for name, data in make(Prose(seed * 100 + number)):
            _write(root / style / name, data)
    prose = Prose(seed)
    _write(root / "README.md", f"# {prose.title()}\n\n{prose.paragraph()}\n")
    _write(root / "LICENSE", "Do as you like.\n")
    _write(
        root / "loose.md", f"# {prose.title()}\n\n{prose.sections(2)}\n\n[plain](plain/river.md)\n"
    )


def _write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


if __name__ == "__main__":
    import sys

    generate(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
