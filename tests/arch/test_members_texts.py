"""What members write is handed on as a value, and only somebody's eyes open it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOME = "bot/domain/member_text.py"
KEPT = ("bot/store/", "bot/services/transfer/exporting.py")
"""What stores the words, and a server's own export: nobody reads them there."""
AUTHORS = {
    "bot/services/parties/service.py",
    "bot/services/server_notes.py",
}
"""Where somebody is shown what they wrote themselves: the draft of a party, a note beside a page."""


def _code() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")]):
        name = path.relative_to(ROOT).as_posix()
        if name != HOME and not name.startswith(("bot/stage/", "bot/rehearsal/")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                yield name, node


def test_only_what_stores_them_takes_members_words_out_of_their_value() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, node in _code()
        if isinstance(node, ast.Attribute) and node.attr == "to_store" and not name.startswith(KEPT)
    ]
    assert wrong == []


def test_nobody_reaches_for_the_words_themselves() -> None:
    """The private field of a member's text is named by its own class alone."""
    wrong = [
        f"{name}:{node.lineno}"
        for name, node in _code()
        if (isinstance(node, ast.Attribute) and node.attr == "_words" and not _of_self(node.value))
        or (isinstance(node, ast.Constant) and node.value == "_words")
        or (isinstance(node, ast.keyword) and node.arg == "_words")
    ]
    assert wrong == []


def test_who_is_shown_something_as_its_author_is_listed_here() -> None:
    """An `Author` may read everything: whoever makes one must know that the asker wrote it."""
    made = {name for name, node in _code() if isinstance(node, ast.Name) and node.id == "Author"}
    assert made <= AUTHORS


def _of_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"
