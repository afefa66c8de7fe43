"""The command line, as whoever runs the bot types it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.cli import run
from bot.resources import data_path


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither settings nor data of this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("ETOILE_STATE_DIR", str(tmp_path / "state"))


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("ETOILE_FLOOD_LIMIT", "many", "ETOILE_FLOOD_LIMIT: say a whole number, 0 or more"),
        ("ETOILE_RETENTION_DAYS", "-1", "ETOILE_RETENTION_DAYS: say a whole number, 0 or more"),
        ("ETOILE_OPERATOR_CHANNEL", "#mods", "ETOILE_OPERATOR_CHANNEL: say a whole number, 0 or more"),
        ("ETOILE_HEALTH_PORT", "99999", "ETOILE_HEALTH_PORT: a port is a number from 0 to 65535"),
        ("ETOILE_SHARDS", "a/b", "ETOILE_SHARDS: say auto, or ids/count such as 0-3/8"),
        ("ETOILE_SHARDS", "3/1", "ETOILE_SHARDS: every shard id must lie between 0 and the count"),
        ("ETOILE_BALLOT_KEY", "short", "ETOILE_BALLOT_KEY: give at least 32 bytes"),
        ("ETOILE_FLOD_LIMIT", "3", "ETOILE_FLOD_LIMIT: not a setting"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_takes(
    name: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert run(["check"]) == 1
    assert told in capsys.readouterr().out


def test_check_tells_a_database_that_is_not_there_from_one_that_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check"]) == 0
    assert "Database: there is none yet" in capsys.readouterr().out
    monkeypatch.setenv("ETOILE_EXPECT_DATA", "yes")
    assert run(["check"]) == 1
    assert "Is the right volume mounted?" in capsys.readouterr().out
    assert run(["db", "upgrade"]) == 0
    assert run(["check"]) == 0
    assert "Database: reachable and up to date" in capsys.readouterr().out


def test_a_broken_pack_is_told_with_file_and_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = shutil.copytree(data_path() / "show", tmp_path / "show")
    facts = pack / "facts.toml"
    facts.write_text(facts.read_text("utf-8").replace('standing = "stands"', 'standing = "maybe"', 1), "utf-8")
    (pack / "polls.toml").unlink()
    assert run(["check", "--pack", str(pack)]) == 1
    out = capsys.readouterr().out
    assert "facts.toml: fact[0].standing (fact-title): is 'maybe'" in out
    assert "polls.toml: this file is missing" in out


def test_a_backup_goes_out_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "kept.sqlite3"
    assert run(["db", "backup", str(kept)]) == 1
    assert "there is none" in capsys.readouterr().err
    assert run(["db", "upgrade"]) == 0
    assert run(["db", "backup", str(kept)]) == 0
    assert run(["db", "backup", str(kept)]) == 1
    assert "a backup never overwrites" in capsys.readouterr().err
    assert run(["db", "restore", str(kept)]) == 1
    assert "Add --force" in capsys.readouterr().err
    assert run(["db", "restore", str(kept), "--force"]) == 0
    assert "What was there before is kept" in capsys.readouterr().out


def test_a_port_that_no_machine_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["rehearse", "--port", "99999999"])
    assert "invalid port value" in capsys.readouterr().err


def test_the_version_is_told_either_way(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["version"]) == 0
    assert run(["--version"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
