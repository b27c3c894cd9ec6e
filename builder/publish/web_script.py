"""Join ES modules into one classic script.

A module script does not load from a `file://` address, a classic one does; and one file is one
request. The modules follow each other in the order of dependence, each with names of its own
(`script_names`), so that private names never meet. The sources in `builder/web/` keep to a small
part of the module syntax, at the start of a line:

    import { a, b } from "./x.js";        export const | let | function | class | async function

Anything else (default and namespace imports, renaming, re-exports, bare package names, circular
imports) is refused with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import ascii_letters

from builder.publish.script_names import KEYWORDS, read_names
from builder.publish.script_scopes import name_locals
from builder.publish.script_spare import spare
from builder.publish.script_unused import drop_unused

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";\n?', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|function|class|async function) \w)", re.MULTILINE)
_NAME = re.compile(r"^export (?:const|let|function|class|async function) ([\w$]+)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$|\bimport\(.*$", re.MULTILINE)

# What slimming must tell apart: a comment; a string, template or pattern, which stays as it is;
# and a sign that needs no spaces. A division has a space after its stroke, a pattern has none.
_PIECE = re.compile(
    r"""(?P<comment>[ ]*//[ ].*$)
      | (?P<text>"(?:[^"\\\n]|\\.)*"
        | '(?:[^'\\\n]|\\.)*'
        | `(?:[^`\\]|\\.)*`
        | /(?![\s/*=])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)
      | [ ]?(?P<sign>[=>,{}():;?&|<!]+)[ ]?""",
    re.MULTILINE | re.VERBOSE,
)
_BREAK = re.compile(r"(?<=[;{}(\[,])\n+|\n+(?=[})\]])")
_FIELD = re.compile(r"^  (?:static )?#?[\w$]+ = (?:async )?(?:\([^)\n]*\)|[\w$]+) =>", re.MULTILINE)
"""A class field that holds a function: a name may mean something else on either side of `=>`."""
_WORD = re.compile(r"[\w$]+\Z")


class JoinError(ValueError):
    """A module uses syntax that joining does not know; the message begins `file:line: `."""


def join(entry: str, once: str = "") -> bytes:
    """One self-contained classic script from the module at the path `entry`, in UTF-8.

    With `once`, the name of a global, a page that runs it again runs nothing.
    Raises JoinError naming file and line, or FileNotFoundError for a missing entry.
    """
    _, body, _ = _joined(Path(entry))
    guard = f"if(globalThis.{once})return;globalThis.{once}=1;" if once else ""
    return f"(()=>{{{guard}{body}}})();\n".encode()


def join_part(entry: str, exported: str, queue: str, kit: str) -> bytes:
    """A classic script that adds to another one what the module `entry` exports as `exported`.

    It puts a function into the global list `queue`; called with the kit, the function returns
    the export. Modules that `kit` imports are not carried along: their names come from the kit.
    Raises like `join`.
    """
    path = Path(kit).resolve()
    offered = dict(_imported(path, path.read_text(encoding="utf-8")))
    taken, body, names = _joined(Path(entry), offered, (exported,))
    made = f"({taken})=>{{{body}return {names[exported]}}}"
    return f"(globalThis.{queue}??=[]).push({made});\n".encode()


def _joined(
    entry: Path, offered: Mapping[str, Path] | None = None, exported: Iterable[str] = ()
) -> tuple[str, str, Mapping[str, str]]:
    """What is taken from the kit, as a pattern; all modules as one scope, with short names; and
    what became of the entry's names.

    `offered` is what the kit has, and the module each name comes from. What is neither run nor
    exported is left out.
    """
    shared = set((offered or {}).values())
    found: dict[Path, str] = {}
    entry = entry.resolve()
    _collect(entry, found, ())
    modules = {path: read_names(_code(text)) for path, text in found.items() if path not in shared}
    imports = {path: dict(_imported(path, found[path])) for path in modules}
    drop_unused(modules, imports, [(entry, name) for name in exported])
    free = set(KEYWORDS)
    for path, names in modules.items():
        free |= names.free - set(imports[path])
    short = (a + b for a in ascii_letters for b in ascii_letters if a + b not in free)
    final = {path: dict(zip(names.top, short, strict=False)) for path, names in modules.items()}
    kit: dict[str, str] = {}
    body = ""
    for path, names in modules.items():
        known = dict(final[path])
        for name, source in imports[path].items():
            given = final.get(source, kit)
            known[name] = given[name] if name in given else given.setdefault(name, next(short))
        unknown = name_locals(names.solid, free) - imports[path].keys()
        if strange := sorted(unknown & names.declared):
            raise _error(path, "", 0, f"not declared everywhere it is used: {strange[0]}")
        spare(names)
        body += names.renamed(known) + "\n"
    if lacking := sorted(kit.keys() - (offered or {}).keys()):
        raise JoinError(f"{entry}:1: the kit has no {lacking[0]}")
    taken = ",".join(f"{name}:{new}" for name, new in kit.items())
    return f"{{{taken}}}", _tight(body), final[entry]


def _code(text: str) -> str:
    """A module without imports, exports, comments and needless spaces."""
    return _slim(_EXPORT.sub("", _IMPORT.sub("", text))).strip()


def _imported(path: Path, text: str) -> Iterator[tuple[str, Path]]:
    for match in _IMPORT.finditer(text):
        for name in filter(None, (part.strip() for part in match[1].split(","))):
            yield name, _target(path, match)


def _tight(code: str) -> str:
    """`code` without line breaks that no statement needs to end."""
    return _BREAK.sub("", code) + "\n"


def _collect(path: Path, done: dict[Path, str], waiting: tuple[Path, ...]) -> None:
    """Put `path` into `done` after everything it imports."""
    text = path.read_text(encoding="utf-8")
    _refuse_unknown_syntax(path, text)
    for match in _IMPORT.finditer(text):
        target = _target(path, match)
        if target in (*waiting, path):
            raise _error(path, text, match.start(), f"circular import of {match[2]}")
        if not target.is_file():
            raise _error(path, text, match.start(), f"no such module: {match[2]}")
        if target not in done:
            _collect(target, done, (*waiting, path))
        _refuse_bad_names(path, text, match, done[target])
    done[path] = text


def _target(path: Path, match: re.Match[str]) -> Path:
    return (path.parent / match[2]).resolve()


def _slim(code: str) -> str:
    """`code` without comments, indentation, and the spaces around most signs."""
    code = re.sub(r"^\s*(?://.*)?\n|^[ \t]+", "", code, flags=re.MULTILINE)
    return _PIECE.sub(lambda m: m["text"] or m["sign"] or "", code)


def _refuse_unknown_syntax(path: Path, text: str) -> None:
    known = _EXPORT.sub(lambda m: " " * len(m[0]), _IMPORT.sub(_blanked, text))
    if match := _LEFT_OVER.search(known):
        raise _error(path, text, match.start(), f"syntax the joiner does not know: {match[0]}")
    if match := _FIELD.search(text):
        problem = "a class field cannot hold a function; use a method"
        raise _error(path, text, match.start(), problem)
    for match in _PIECE.finditer(text):
        piece = match["text"] or ""
        if piece.startswith("`") and ("\n" in piece or piece.count("{") != piece.count("}")):
            problem = "a template literal must neither span lines nor hold another"
            raise _error(path, text, match.start(), problem)


def _blanked(match: re.Match[str]) -> str:
    """Spaces in place of a known import, line breaks kept, so that positions stay true."""
    return re.sub(r"[^\n]", " ", match[0])


def _refuse_bad_names(path: Path, text: str, match: re.Match[str], source: str) -> None:
    offered = set(_NAME.findall(source))
    for name in filter(None, (part.strip() for part in match[1].split(","))):
        if not _WORD.match(name):
            raise _error(path, text, match.start(), f"an import cannot be renamed: {name}")
        if name not in offered:
            raise _error(path, text, match.start(), f"{match[2]} does not export {name}")


def _error(path: Path, text: str, at: int, problem: str) -> JoinError:
    line = text.count("\n", 0, at) + 1
    return JoinError(f"{path}:{line}: {problem}")
