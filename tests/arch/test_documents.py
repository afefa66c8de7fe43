"""What the documents say about the tree is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.content.prose import faults_in
from bot.domain.locale import Locale

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`((?:bot|cogs|data|tests|\.ci)/[\w./*-]+)`")


PAGES = sorted(str(each.relative_to(ROOT)) for each in ROOT.glob("docs/**/*.md"))
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "PRIVACY.md", *PAGES]
LINKED = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    named = NAMED.findall((ROOT / document).read_text(encoding="utf-8"))
    assert [path for path in named if not list(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_between_documents_leads_somewhere(document: str) -> None:
    linked = LINKED.findall((ROOT / document).read_text(encoding="utf-8"))
    assert [path for path in linked if not (ROOT / document).parent.joinpath(path).exists()] == []


def test_run_it_and_test_it_are_one_shell_line_each() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for heading in ("## Run it\n", "## Test it\n"):
        block = text.split(heading, 1)[1].split("```sh\n", 1)[1].split("```", 1)[0]
        assert len(block.strip().splitlines()) == 1


@pytest.mark.parametrize("document", [*(f"docs/membres/{each.name}" for each in (ROOT / "docs/membres").glob("*.md"))])
def test_french_pages_are_written_as_the_catalogue_is(document: str) -> None:
    lines = (ROOT / document).read_text(encoding="utf-8").splitlines()
    assert [(line, fault) for line in lines if not line.startswith("<") for fault in faults_in(line, Locale.FR)] == []


def test_the_privacy_page_lists_as_much_in_french_as_in_english() -> None:
    english, french = (ROOT / "PRIVACY.md").read_text(encoding="utf-8").split("\n---\n")
    rows = [[line for line in text.splitlines() if line.startswith("| ")] for text in (english, french)]
    assert len(rows[0]) == len(rows[1])
    assert [(line, fault) for line in french.splitlines() for fault in faults_in(line, Locale.FR)] == []
