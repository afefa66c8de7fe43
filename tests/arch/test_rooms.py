"""The rooms of the house: no circle of imports, also none hidden in a function, and no file too long to be read."""

from __future__ import annotations

from collections.abc import Mapping, Set
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "cogs")
MOST_LINES = 350
TOO_LONG = {"cogs/parties.py", "cogs/ui/recaps.py", "cogs/ui/setup/wizard.py"}
"""Longer than that today. To be parted; nothing is ever added here."""


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Counted are imports anywhere in a file: at its top, in functions, and for the type checker alone."""
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) > 200
    assert circle(imports) is None


def test_a_circle_is_noticed() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) is not None
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) is None


@pytest.mark.parametrize("package", PACKAGES)
def test_no_file_is_too_long_to_be_read_at_a_sitting(package: str) -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in (ROOT / package).rglob("*.py")
    }
    assert [name for name, lines in lengths.items() if lines > MOST_LINES and name not in TOO_LONG] == []


def circle(imports: Mapping[str, Set[str]]) -> str | None:
    """One circle among modules and what each imports, as "a -> b -> a"; None when there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return " -> ".join(reversed(error.args[1]))
    return None
