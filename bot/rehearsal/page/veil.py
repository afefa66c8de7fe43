"""What a member has not opened yet, kept out of what is sent to the browser.

While a message is drawn, every hidden part is put here and a cover takes its place. The browser asks for one part by
its key when the cover is clicked. A key holds a digest of the part, so that an edited message never opens under an old
key, and a part that did not change stays open through an edit.
"""

from __future__ import annotations

import secrets
from hashlib import blake2b

from bot.rehearsal.page.html import Html, el
from bot.rehearsal.page.words import PageWords

_SECRET = secrets.token_bytes(32)  # a digest must not let one guess at what it hides


class Veil:
    """The hidden parts of one message."""

    def __init__(self, words: PageWords) -> None:
        self._words = words
        self.parts: dict[str, Html] = {}

    def over_text(self, part: Html, *, length: int) -> Html:
        """A cover in a line of text, about as long as what it hides."""
        key = self._keep(part)
        # Blank figure spaces in groups wrap at the end of a line as words would.
        blank = " ".join("\u2007" * 5 for _ in range(min(max(length // 6, 1), 200)))
        label = self._words("spoiler-closed")
        return el("span", blank, cls="spoiler", role="button", tabindex=0, data_veil=key, aria_label=label)

    def over_block(self, part: Html, *, cls: str) -> Html:
        """A cover in the place of a container, a picture or a file."""
        label = self._words("spoiler-closed")
        cover = el("button", self._words("spoiler-cover"), cls="cover", type="button", aria_label=label)
        return el("div", cover, cls=f"veiled {cls}", data_veil=self._keep(part))

    def _keep(self, part: Html) -> str:
        digest = blake2b(part.encode(), key=_SECRET, digest_size=8).hexdigest()
        key = f"{len(self.parts)}-{digest}"
        self.parts[key] = part
        return key
