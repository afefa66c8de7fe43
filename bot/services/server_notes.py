"""What a server's moderators note beside the pages of `/etoile`, because the show pack ends at a date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.clock import Clock
from bot.content import ShowPack
from bot.domain.locale import Locale
from bot.domain.log_note import LogNote
from bot.domain.member_text import WHOLE_SERVER, Author, MemberText
from bot.domain.readers import Asker, Reader
from bot.domain.server_note import MOST_NOTES, NOTE_LENGTH, ServerNote, ShownNote, is_link, shown_to
from bot.domain.show import Kind
from bot.domain.visibility import NOTHING
from bot.errors import EtoileError
from bot.services.facts_values import SHELVES, Request
from bot.services.horizons import HorizonsService
from bot.store import guild_settings, server_notes
from bot.store.engine.database import Database, Transaction
from bot.store.ids import new_id
from bot.store.log_lines import noted


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWish:
    """A note as a moderator wants it: beside which page, its words, an address, the level it spoils, until when."""

    about: Request
    text: str
    link: str | None
    spoils: int
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedNote:
    """A note in the moderators' list. `shown` is None for a moderator who has not got that far themselves; `page` is
    the title of its page, None likewise."""

    note: ServerNote
    shown: ShownNote | None
    page: str | None


class ServerNotesService:
    """Everything here asks for Manage Server, and raises EtoileError("admin-not-yours") for anybody else."""

    def __init__(self, db: Database, clock: Clock, pack: ShowPack, horizons: HorizonsService) -> None:
        self._db = db
        self._clock = clock
        self._pack = pack
        self._horizons = horizons

    async def add(self, asker: Asker, wish: NoteWish, log: LogNote | None = None) -> ServerNote:
        """Put a note beside a page. Its level is what was said, what the page spoils, or what watchwords in it
        spoil, whichever is highest. Raises EtoileError for an address that is none and for one note too many."""
        guild_id = self._horizons.authorise(asker)
        if wish.link is not None and not is_link(wish.link):
            raise EtoileError("note-link-wrong")
        about = about_of(wish.about)
        if about is None:
            raise EtoileError("note-about-wrong")
        said = max(wish.spoils, self._least(wish.about))
        text = wish.text.strip()[:NOTE_LENGTH]
        if not text:
            raise EtoileError("note-empty")
        note = ServerNote(
            id=new_id(),
            guild_id=guild_id,
            about=about,
            text=MemberText(text, max(said, self._pack.level_of_text(text)), WHOLE_SERVER),
            said=said,
            link=wish.link,
            until=wish.until,
            author_id=asker.user_id,
        )
        await self._db.write(noted(_insert, log and log.about(note)), note, self._clock.now())
        return note

    async def reword(self, asker: Asker, note_id: int, written: str, log: LogNote | None = None) -> ServerNote:
        """Other words for a note; watchwords in them raise its level. Raises EtoileError("note-gone")."""
        note = await self.find(asker, note_id)
        text = written.strip()[:NOTE_LENGTH]
        if not text:
            raise EtoileError("note-empty")
        level = max(note.said, self._pack.level_of_text(text))
        changed = replace(note, text=MemberText(text, level, WHOLE_SERVER))
        if await self._db.write(noted(_save_text, log), changed) is None:
            raise EtoileError("note-gone")
        return changed

    async def open_earlier(self, asker: Asker, note_id: int, log: LogNote | None = None) -> ServerNote:
        """Its moderator says that the watchwords give nothing away: the level is what they said. Raises
        EtoileError("note-gone")."""
        note = await self.find(asker, note_id)
        changed = replace(note, text=replace(note.text, level=note.said))
        if await self._db.write(noted(_save_text, log), changed) is None:
            raise EtoileError("note-gone")
        return changed

    async def remove(self, asker: Asker, note: ServerNote, log: LogNote | None = None) -> bool:
        """Take a note away. Whether it was still there."""
        guild_id = self._horizons.authorise(asker)
        return await self._db.write(noted(_delete, log), note, guild_id) is not None

    async def find(self, asker: Asker, note_id: int) -> ServerNote:
        """One note of this server. Raises EtoileError("note-gone")."""
        guild_id = self._horizons.authorise(asker)
        note = await self._db.read(server_notes.load_note, note_id=note_id, guild_id=guild_id)
        if note is None:
            raise EtoileError("note-gone")
        return note

    async def own_words(self, asker: Asker, note_id: int) -> str:
        """The words of a note, for the moderator who wrote it or has got that far: they want to change them. Raises
        EtoileError("note-hidden") for one who has not."""
        note = await self.find(asker, note_id)
        if note.author_id == asker.user_id:
            return note.text.opened(Author()) or ""
        words = note.text.opened(await self._db.read(guild_settings.reading_context, asker))
        if words is None:
            raise EtoileError("note-hidden", episode=note.text.level)
        return words

    async def listed(self, asker: Asker) -> list[ListedNote]:
        """The notes of this server, each as far as this moderator may read it."""
        guild_id = self._horizons.authorise(asker)
        notes, reader = await self._db.read(_list, guild_id, asker, self._clock.now())
        return [self._listed(note, reader, asker) for note in notes]

    def _listed(self, note: ServerNote, reader: Reader, asker: Asker) -> ListedNote:
        viewer = Author() if note.author_id == asker.user_id else reader
        return ListedNote(note=note, shown=shown_to(note, viewer), page=self._title(note, reader, asker.locale))

    def _title(self, note: ServerNote, reader: Reader, locale: Locale) -> str | None:
        page, _, record = note.about.partition("/")
        view = self._pack.view(reader.level, locale, reader.titles_shown)
        kind: Kind | None = next((shelf for name, shelf in SHELVES.items() if name == page), None)
        named = () if kind is None else view.names_of(kind)
        return next((each.label for each in named if page == "status" or each.id == record), None)

    def _least(self, about: Request) -> int:
        """What showing the page spoils: its note is never shown earlier."""
        kind = SHELVES.get(about.page)
        return NOTHING if kind is None or about.page == "status" else self._pack.level_of(kind, about.id)


def about_of(request: Request) -> str | None:
    """Beside which page a note stands: "status", or kind and record; None for a page that cannot have one."""
    if request.page == "status":
        return "status"
    return f"{request.page}/{request.id}" if request.page in SHELVES and request.page != "topic" else None


def _insert(note: ServerNote, at: datetime) -> Transaction[None]:
    if len((yield from server_notes.list_notes(guild_id=note.guild_id, now=at))) >= MOST_NOTES:
        raise EtoileError("note-too-many", most=MOST_NOTES)
    yield from server_notes.insert_note(note, at=at)


def _save_text(changed: ServerNote) -> Transaction[ServerNote | None]:
    return changed if (yield from server_notes.save_text(changed)) else None


def _delete(note: ServerNote, guild_id: int) -> Transaction[ServerNote | None]:
    return note if (yield from server_notes.delete_note(note_id=note.id, guild_id=guild_id)) else None


def _list(guild_id: int, asker: Asker, now: datetime) -> Transaction[tuple[list[ServerNote], Reader]]:
    notes = yield from server_notes.list_notes(guild_id=guild_id, now=now)
    return notes, (yield from guild_settings.reading_context(asker))
