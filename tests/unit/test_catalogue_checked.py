"""What `etoile check` finds wrong with the sentences of the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checking import locale_problems

NAMES = {
    "en": "party-name-party = party\nparty-name-edit = edit\n",
    "fr": "party-name-party = soirée\nparty-name-edit = modifier\n",
}
GOOD = {"en": "party-said = Use `/party edit` at 21:00.", "fr": "party-said = Utilise `/soirée modifier` à 21 h."}


def problems(folder: Path, **changed: str) -> list[str]:
    """What is said about the one sentence, in a catalogue that is good but for it."""
    for language in ("en", "fr"):
        (folder / language).mkdir()
        written = f"{NAMES[language]}{changed.get(language, GOOD[language])}\n"
        (folder / language / "parties.ftl").write_text(written, encoding="utf-8")
    return [message for _, message in locale_problems(folder)]


def test_nothing_is_wrong_with_a_good_catalogue(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"fr": "party-said = Utilise `/party edit` à 21 h."},
            "calls /party edit by a name that it does not have in fr",
        ),
        ({"fr": "party-said = Utilise `/soirée modifier` à 20 h."}, "tells other numbers"),
        ({"fr": "party-said = Utilise `/soirée modifier` à 21 h !"}, "plain space before “!”"),
        ({"fr": "party-said = Utilise `/soirée modifier` à 21 h, dis-nous."}, "the bot says je"),
        ({"en": "party-said = Use the the `/party edit` at 21:00."}, "“the” twice"),
        ({"en": "party-said = Tell us with `/party edit` at 21:00."}, "the bot says I"),
        ({"en": "party-said = Don't use `/party edit` at 21:00."}, "straight apostrophe"),
        (
            {"en": "party-said = { $n ->\n    [one] Who comes at 21:00?\n   *[other] Use it at 21:00.\n}"},
            "no native speaker",
        ),
    ],
)
def test_a_fault_is_named(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    assert any(said in problem for problem in problems(tmp_path, **changed))
