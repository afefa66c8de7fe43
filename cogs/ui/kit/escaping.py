"""Text that members wrote, made safe to stand in a message of ours.

Markdown is escaped entirely: a member's text can break a spoiler from inside (bars, or a backslash before our closing
bars) and from before (a backslash, a lone backtick, a fence, an opening pair of bars). Mentions are defused as well as
disallowed; links do not unfold, and characters that turn the direction of the line or draw over it are dropped.
"""

from __future__ import annotations

import re
import unicodedata

_MARKUP = re.compile(r"([\\*_~`|>#\[\]()<\-+:.!@&])")
_ENTITY = re.compile(r"[<@#&]")
_COMBINING_LIMIT = 2


def one_line(written: str, limit: int) -> str:
    """`written` on one line, without control, direction or pile-up characters, at most `limit` characters long."""
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", written):
        category = unicodedata.category(character)
        if category in {"Mn", "Me"}:
            marks += 1
            if marks > _COMBINING_LIMIT:
                continue
        else:
            marks = 0
        if category in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif category in {"Cf", "Cs", "Co", "Cn"} and character != "\u200d":
            continue
        else:
            kept.append(character)
    line = " ".join("".join(kept).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def many_lines(written: str, limit: int) -> str:
    """`written` cleaned as `one_line` does, line breaks kept, at most `limit` characters long."""
    lines = [one_line(line, limit) for line in written.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    text = "\n".join(lines).strip()
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def escaped(cleaned: str) -> str:
    """`cleaned` so that Discord shows it letter by letter: no markdown, no mention, no link, no timestamp."""
    return _MARKUP.sub(r"\\\1", cleaned).replace("\\@", "@\u200b").replace("://", ":\u200b//")
