"""Every sentence that the code names is in the catalogue, and every sentence of the catalogue is named by the code."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.domain.locale import Locale
from bot.resources import data_path
from bot.text import load_catalogue
from tests.support.oracle import LOCALES, oracle

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
_KEYS = re.compile(r"(?m)^[a-z0-9-]+ =|^#.*$")
ERRORS = {"EtoileError", "StartupError"}
NAME = re.compile(r"[a-z]+-name-")


def test_every_key_that_the_code_names_exists() -> None:
    keys = catalogue()
    missing = sorted(f"{key} ({place})" for key, place in named() if key not in keys)
    assert missing == []


def test_every_key_that_the_code_begins_exists() -> None:
    keys = catalogue()
    missing = sorted(f"{head}…{tail}" for head, tail in begun() if not any(_fits(key, head, tail) for key in keys))
    assert missing == []


def test_every_sentence_is_used() -> None:
    used = {key for key, _ in named()} | literals()
    patterns = begun()
    unused = [key for key in catalogue() if key not in used and not any(_fits(key, *each) for each in patterns)]
    unused = [key for key in unused if not NAME.match(key)]  # looked up by convention: tests/discord/test_names.py
    assert sorted(unused) == []


def test_everything_that_can_be_done_says_how() -> None:
    records = tomllib.loads((data_path() / "show" / "howto.toml").read_text("utf-8"))["howto"]
    said = {key for key in catalogue() if key.startswith("howto-")}
    assert said == {record["id"] for record in records}


def test_no_sentence_gives_anything_away() -> None:
    """Sentences of the interface are read by everybody: nothing in them may be plot, in either language."""
    found = [
        f"{locale}/{path.name}: {leak}"
        for locale in LOCALES
        for path in sorted((data_path() / "locales" / locale).glob("*.ftl"))
        for leak in oracle().leaks_in(_KEYS.sub("", path.read_text("utf-8")), 0, locale)
    ]
    assert found == []


@cache
def catalogue() -> frozenset[str]:
    """The keys of all sentences."""
    found: set[str] = set()
    for path in sorted((data_path() / "locales" / "en").glob("*.ftl")):
        found |= set(re.findall(r"^([a-z][a-z0-9-]*) =", path.read_text("utf-8"), re.MULTILINE))
    words = load_catalogue(data_path() / "locales").words(Locale.EN)
    assert all(words.has(key) for key in found)
    return frozenset(found)


@cache
def _trees() -> tuple[tuple[str, ast.Module], ...]:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")]
    ours = [path for path in sorted(files) if not {"rehearsal", "stage"} & {*path.parts} and "_data" not in path.parts]
    return tuple((str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))) for path in ours)


@cache
def named() -> frozenset[tuple[str, str]]:
    """(key, where) of every sentence that is named outright: `words("…")`, an error's key, the key of a command."""
    return frozenset(
        (each.value, f"{place}:{each.lineno}")
        for place, tree in _trees()
        for node in ast.walk(tree)
        for value in _keys_of(node)
        for each in ast.walk(value)
        if isinstance(each, ast.Constant)
        and isinstance(each.value, str)
        and KEY.fullmatch(each.value)
        and not _inside_joined(value, each)
    )


@cache
def begun() -> frozenset[tuple[str, str]]:
    """(beginning, end) of every key that is put together: f-strings, and additions to a literal."""
    found: set[tuple[str, str]] = set()
    for _, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant):
                last = node.values[-1]
                tail = str(last.value) if isinstance(last, ast.Constant) and len(node.values) > 1 else ""
                if re.fullmatch(r"[a-z]+-[a-z0-9-]*", str(first.value)) and re.fullmatch(r"[a-z0-9-]*", tail):
                    found.add((str(first.value), tail))
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.left, ast.Constant):
                head = str(node.left.value)
                if re.fullmatch(r"[a-z]+-[a-z0-9-]*", head):
                    found.add((head, ""))
    return frozenset((head, tail) for head, tail in found if head.split("-")[0] in _features())


@cache
def literals() -> frozenset[str]:
    """Every string in the code: keys also travel in variables and tables."""
    return frozenset(
        node.value
        for _, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def _features() -> frozenset[str]:
    return frozenset(key.split("-")[0] for key in catalogue())


def _keys_of(node: ast.AST) -> Iterator[ast.expr]:
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    catalogue_call = isinstance(node.func, ast.Attribute) and name == "words"  # catalogue.words(locale) takes no key
    if (name in ERRORS or name == "words" or name.endswith("_words")) and node.args and not catalogue_call:
        yield node.args[0]
    if name == "localised" and node.args:
        yield node.args[0]


def _inside_joined(value: ast.expr, part: ast.Constant) -> bool:
    joined = [each for each in ast.walk(value) if isinstance(each, ast.JoinedStr)]
    added = [each for each in ast.walk(value) if isinstance(each, ast.BinOp)]
    calls = [each for each in ast.walk(value) if isinstance(each, ast.Call | ast.Compare | ast.Subscript)]
    return any(part in list(ast.walk(each)) for each in (*joined, *added, *calls))


def _fits(key: str, head: str, tail: str) -> bool:
    return key.startswith(head) and key.endswith(tail) and len(key) > len(head) + len(tail) - (not tail)
