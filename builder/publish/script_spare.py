"""The same script with fewer signs, once its variables are known.

`let` stands for `const`, `!0` for `true`, one `let` for several in a row, and no semicolon stands
before a closing brace.
"""

from __future__ import annotations

from builder.publish.script_names import Names, Token

_SHORTER = {"const": "let", "true": "!0", "false": "!1"}
_HEADS = ("for", "while", "if")
"""After the head of one of these a semicolon is a statement of its own."""


def spare(names: Names) -> None:
    """Rewrite the tokens of a module in place."""
    declares: dict[int, bool] = {}
    before, empty = Token(""), False
    for at, token in enumerate(names.tokens):
        if not token.text or token.text.isspace():
            continue
        token.text = _SHORTER.get(token.text, token.text)
        if token.text == "let":
            if before.text == ";" and before.depth == token.depth and declares.get(token.depth):
                _go_on(before, names.tokens, at)
            declares[token.depth] = before.text != "("
        elif before.text == ";":
            declares[before.depth] = False
        if token.text == "}" and before.text == ";" and not empty:
            before.text = ""
        if token.text:
            empty = before.text == ")" and names.solid[before.pair - 1].text in _HEADS
            before = token


def _go_on(before: Token, tokens: list[Token], at: int) -> None:
    """A comma in place of a semicolon and the next `let`."""
    before.text, tokens[at].text = ",", ""
    if tokens[at + 1].text == " ":
        tokens[at + 1].text = ""
