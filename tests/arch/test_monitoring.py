"""The alert rules and the dashboard ask for metrics that exist."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "monitoring"
NAME = re.compile(r"\betoile_[a-z_]+")


def test_every_metric_that_is_asked_for_is_counted() -> None:
    counted = set(NAME.findall((ROOT / "bot" / "metrics.py").read_text(encoding="utf-8")))
    asked = {name for file in FOLDER.iterdir() for name in NAME.findall(file.read_text(encoding="utf-8"))}
    assert {re.sub(r"_(total|bucket|count|sum)$", "", name) for name in asked} <= counted


def test_the_dashboard_is_json_and_its_panels_have_ids_of_their_own() -> None:
    panels = json.loads((FOLDER / "grafana.json").read_text(encoding="utf-8"))["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)


def test_prometheus_takes_the_alert_rules() -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool is not installed")
    subprocess.run([promtool, "check", "rules", str(FOLDER / "alerts.yml")], check=True)
