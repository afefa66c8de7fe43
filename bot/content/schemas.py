"""JSON Schemas of the files of a show pack, for editors that complete and check TOML as it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from bot.content.fields import Model
from bot.content.reading import FILES, SINGLE


def write_schemas(folder: Path) -> list[Path]:
    """Write `<name>.schema.json` for every file of a show pack into `folder` (made if needed); returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, tables in FILES.items():
        path = folder / f"{Path(name).stem}.schema.json"
        path.write_text(json.dumps(_schema(name, tables), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _schema(name: str, tables: Mapping[str, type[Model]]) -> dict[str, Any]:
    references, definitions = models_json_schema([(model, "validation") for model in tables.values()])
    properties = {
        table: reference if table in SINGLE else {"type": "array", "items": reference}
        for table, model in tables.items()
        for reference in [references[model, "validation"]]
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{name} of a show pack",
        "type": "object",
        "properties": properties,
        "required": sorted(tables.keys() & SINGLE),
        "additionalProperties": False,
        **definitions,
    }
