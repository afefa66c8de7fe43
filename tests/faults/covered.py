"""Which commands and controls no deed begins, and why: a new one is in a deed, or here."""

from __future__ import annotations

from bot.client import EtoileBot

SHOWS = frozenset({
    "etoile facts", "etoile ask", "etoile cast", "etoile episode", "etoile timeline", "etoile glossary", "etoile help",
    "recap upto", "recap season", "recap who", "recap catchup", "progress show", "mydata export", "mydata delete",
    "poll create", "poll list", "poll results", "poll edit", "poll delete", "poll export",
    "party list", "party clock", "party edit", "party cancel", "party skip", "party remind",
    "etoile-admin horizons", "etoile-admin notes", "etoile-admin setup",
    "v1:facts:turn", "v1:facts:more", "v1:facts:open", "v1:facts:anyway", "v1:facts:mine",
    "v1:recaps:page", "v1:recaps:so-far", "v1:recaps:episode", "v1:recaps:turn", "v1:recaps:as", "v1:recaps:more",
    "v1:recaps:length", "v1:recaps:language", "v1:recaps:go", "v1:recaps:anyway", "v1:recaps:never-mind",
    "v1:recaps:mine", "v1:care:report", "veil write", "v1:progress:show", "v1:care:ask",
    "v1:mydata:sheet", "v1:mydata:export", "v1:mydata:ask", "v1:mydata:keep",
    "v1:poll:sheet", "v1:poll:results", "v1:poll:picture", "v1:poll:episode", "v1:poll:never", "v1:poll:edit",
    "v1:poll:add", "v1:poll:reword", "v1:poll:end", "v1:poll:export", "v1:poll:list",
    "v1:party:more", "v1:party:who", "v1:party:hosts", "v1:party:jump", "v1:party:jump-again", "v1:party:where",
    "v1:party:catchup", "v1:party:there", "v1:party:list", "v1:party:calendar", "v1:party:manage", "v1:party:edit",
    "v1:party:seat", "v1:party:keep", "v1:party:reminders",
    "quiz table", "v1:quiz:calendar", "v1:quiz:sheet", "v1:quiz:host", "v1:quiz:read", "v1:quiz:table",
    "quiz write", "v1:quiz:own", "v1:quiz:own-write", "v1:quiz:own-edit",
    "club programme", "club stop", "v1:club:programme", "v1:club:step", "v1:club:when", "v1:club:times",
    "v1:club:seats", "v1:club:let-in", "club season", "v1:club:my-season",
    "v1:party:find-tick", "v1:party:find-host", "v1:party:find-times",
    "v1:admin:horizons", "v1:admin:notes", "v1:admin:note-edit", "v1:setup:page", "v1:setup:go",
    "v1:setup:city",
})  # fmt: skip
"""They answer whoever uses them, as `facts`, `mydata` and `status` do among the deeds, or open a form whose sending is
a deed: nothing is stored, and nobody else sees it."""

ALIKE = {
    "v1:recaps:seen": "tell below an answer",
    "v1:recaps:told": "tell below an answer",
    "v1:recaps:untold": "take that back",
    "v1:recaps:share-upto": "share a recap",
    "v1:poll:clear": "gate a draft",
    "v1:poll:ballot": "pick",  # on cards of old
    "v1:poll:choose": "pick",  # on ballots of old
    "v1:poll:close": "close a poll",
    "v1:poll:reopen": "reopen a poll",
    "v1:party:unskip-one": "bring a date back",
    "v1:party:start": "rewrite a party",
    "v1:party:edit-start": "propose a change",
    "v1:quiz:me": "a round alone",
    "v1:quiz:again": "a round alone",
    "v1:quiz:evening": "a round alone",
    "v1:setup:discard": "drop a change",
    "v1:admin:mark": "horizon",  # Discord's own mark, which the stage does not keep
    "v1:club:nudge-seen": "seen at the door",  # below a message that comes two days before an evening
    "v1:veil:open": "veil again",  # below copies of old
}
"""They do what a deed does, by the same function."""

NOT_YET = frozenset({"v1:club:name-me", "v1:club:next", "v1:guard:readers"})
"""What was added last, and is still to become deeds."""


def uncovered(bot: EtoileBot, begun: set[str], deeds: set[str]) -> list[str]:
    """Names of commands and controls that are neither begun by a deed nor listed here; and listed ones that are no
    more."""
    commands = {one.qualified_name for one in bot.tree.walk_commands() if not hasattr(one, "walk_commands")}
    controls = set(bot._connection._view_store._verbs)  # type: ignore[attr-defined]
    known = {*(name if ":" not in name else ":".join(name.split(":")[:3]) for name in begun), *SHOWS, *ALIKE, *NOT_YET}
    missing = sorted((commands | controls) - known)
    return missing + sorted(({*SHOWS, *ALIKE, *NOT_YET} - commands - controls) | (set(ALIKE.values()) - deeds))
