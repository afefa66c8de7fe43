"""What Discord would render otherwise than meant, how each language is written, and what fits on one panel."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.content.problems import Problem
from bot.content.prose import faults_in
from bot.content.texts import Text
from bot.domain.locale import Locale

PANEL_ROOM = 3600
"""Of the 4,000 characters of a Components V2 message; the rest is for headings, sources and buttons."""

_ON_ITS_OWN = {("recap", "line"), ("recap", "minute"), ("recap", "missed")}
"""A recap shows one length at a time; the longest is the full one with its beats."""

_FORBIDDEN = {
    "bars, which would open a spoiler": re.compile(r"\|\|"),
    "a backtick, which would open code": re.compile(r"`"),
    "a heading": re.compile(r"(?m)^\s*(?:#{1,3}|-#)\s"),
    "a quotation block": re.compile(r"(?m)^\s*>{1,3}\s"),
    "a mention": re.compile(r"@(?:everyone|here)\b|<(?:@|#|/|id:|t:|a?:)"),
    "a link": re.compile(r"\]\(|https?://|\bwww\.", re.IGNORECASE),
    "underlining or strike-through": re.compile(r"__|~~"),
    "a backslash": re.compile(r"\\"),
}


def check_wording(texts: Sequence[Text]) -> list[Problem]:
    """Every text that Discord would show otherwise than meant, or that breaks the rules of its language."""
    problems = [text.entry.problem(text.path, f"has {fault}") for text in texts for fault in _faults(text)]
    return problems + list(_panels(texts))


def _faults(text: Text) -> Iterator[str]:
    for char in sorted({char for char in text.value if _is_invisible(char)}):
        yield f"the invisible character U+{ord(char):04X}"
    if not text.shown:
        return
    for fault, pattern in _FORBIDDEN.items():
        if pattern.search(text.value):
            yield fault
    if text.label and "*" in text.value:
        yield "an asterisk, which is shown as typed here"
    elif text.value.count("*") % 2:
        yield "an asterisk without its counterpart"
    if text.locale is not None and text.field != "say":
        yield from faults_in(text.value, text.locale)


def _is_invisible(char: str) -> bool:
    """Control characters and direction marks; line breaks and French no-break spaces are meant."""
    return char not in "\n" and unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs")


def _panels(texts: Sequence[Text]) -> Iterator[Problem]:
    """Records that would not fit on one panel. The story so far is paged."""
    sizes: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], Text] = {}
    for text in texts:
        entry = text.entry
        if not text.shown or entry.table == "story" or (entry.table, text.field) in _ON_ITS_OWN:
            continue
        for locale in [text.locale] if text.locale else list(Locale):
            key = (entry.file, entry.path, locale.value)
            first.setdefault(key, text)
            sizes[key] += len(text.value.strip())
    for key, size in sizes.items():
        if size > PANEL_ROOM:
            message = f"all of its texts in “{key[2]}” have {size} characters, at most {PANEL_ROOM} fit on one panel"
            yield first[key].entry.problem("", message)
