"""The kept show pack: the same as the files say, and never anything else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.content import PackError, kept_pack, load_pack
from bot.content.pack_cache import NAME
from bot.domain.locale import Locale
from bot.domain.visibility import LAST_EPISODE
from bot.resources import data_path

SHOWN = (
    "status",
    "topics",
    "facts",
    "claims",
    "timeline",
    "people",
    "episodes",
    "works",
    "places",
    "bonds",
    "glossary",
    "howtos",
)
TOLD = (
    "recaps",
    "stories",
    "characters",
    "presets",
    "questions",
    "talking_points",
    "sources",
    "level",
    "locale",
    "titles",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped pack."""
    shutil.copytree(data_path() / "show", tmp_path / "show")
    return tmp_path / "show"


def test_what_is_kept_reads_as_the_files_do_for_every_reader(folder: Path, tmp_path: Path) -> None:
    files = load_pack(folder)
    kept_pack(folder, tmp_path)
    kept = kept_pack(folder, tmp_path)
    assert kept.__dict__["_records"] is None, "read from the files, not from what was kept"
    for level in range(LAST_EPISODE + 1):
        for locale in Locale:
            for titles in (False, True):
                one, other = kept.view(level, locale, titles), files.view(level, locale, titles)
                for name in (*SHOWN, *TOLD):
                    assert getattr(one, name) == getattr(other, name), (name, level, locale, titles)
                for kind in ("facts", "cast", "episodes", "glossary", "characters", "timeline"):
                    assert one.hidden(kind) == other.hidden(kind)
                    for query in ("", "gen", "danse", "3"):
                        assert one.find(kind, query) == other.find(kind, query)
    assert (kept.version, kept.standing_version) == (files.version, files.standing_version)
    assert kept.presets == files.presets
    assert kept.ids("facts") == files.ids("facts")


def test_a_changed_file_is_read_anew_and_checked(folder: Path, tmp_path: Path) -> None:
    kept_pack(folder, tmp_path)
    with (folder / "facts.toml").open("a", encoding="utf-8") as file:
        file.write("\n[[fact]]\nid = 'broken'\n")
    with pytest.raises(PackError, match="broken"):
        kept_pack(folder, tmp_path)


@pytest.mark.parametrize("harm", ["garbage", "shorter", "writable by others"])
def test_a_kept_file_that_cannot_be_trusted_is_passed_over(folder: Path, tmp_path: Path, harm: str) -> None:
    kept_pack(folder, tmp_path)
    kept = tmp_path / NAME
    if harm == "garbage":
        kept.write_bytes(kept.read_bytes()[:32] + b"garbage")
    elif harm == "shorter":
        kept.write_bytes(kept.read_bytes()[:4000])
    else:
        kept.chmod(0o666)
    assert kept_pack(folder, tmp_path).__dict__["_records"] is not None
    assert kept_pack(folder, tmp_path).__dict__["_records"] is None, "it was not kept anew"


def test_a_state_directory_that_cannot_be_written_is_no_hindrance(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert kept_pack(folder, tmp_path / "file" / "state").view(0, Locale.EN).facts


def test_a_start_from_what_is_kept_loads_neither_pydantic_nor_the_search(folder: Path, tmp_path: Path) -> None:
    kept_pack(folder, tmp_path)
    code = (
        "import sys; from pathlib import Path; from bot.content import kept_pack;"
        "kept_pack(Path(sys.argv[1]), Path(sys.argv[2]));"
        "print([name for name in ('pydantic', 'rapidfuzz', 'tomllib') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code, folder, tmp_path], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
