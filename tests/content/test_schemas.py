"""The JSON Schemas say about a file what the loader says, so that an editor can help."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.content import write_schemas
from bot.content.reading import FILES

jsonschema = pytest.importorskip("jsonschema")


def errors(schema: dict[str, Any], text: str) -> list[str]:
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(tomllib.loads(text))]


def test_there_is_one_schema_per_file_and_good_files_pass(tiny: Path, tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schemas")

    assert {path.name for path in written} == {name.replace(".toml", ".schema.json") for name in FILES}
    for path in written:
        name = path.name.replace(".schema.json", ".toml")
        assert errors(json.loads(path.read_text(encoding="utf-8")), (tiny / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('billing = "main"', 'billing = "star"', "is not one of"),
        ('character = "Anna', 'charakter = "Anna', "charakter"),
        ('line.fr = "Une visiteuse."', "", "'fr' is a required property"),
        ("visible_from = 3", "visible_from = 9", "maximum"),
        ("A visitor.", "word " * 60, "too long"),
        ('"2025-11-15"', "7", "is not of type"),
    ],
)
def test_a_schema_finds_the_faults_of_a_single_record(
    tiny: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    write_schemas(tmp_path)
    schema = json.loads((tmp_path / "people.schema.json").read_text(encoding="utf-8"))
    good = (tiny / "people.toml").read_text(encoding="utf-8")
    assert old in good

    assert any(said in message for message in errors(schema, good.replace(old, new, 1)))
