"""What the documents say about the tree is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
