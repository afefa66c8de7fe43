"""The end of a poll: closed on time, told once."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.domain.poll import PollState, hidden
from bot.domain.visibility import LAST_EPISODE, NOTHING, may_see
from bot.services.polls import transactions
from bot.services.polls.texts import PollTexts, arc_result
from bot.services.polls.values import Ending, Result
from bot.store.engine.database import Database


class PollEndings:
    """What the job that closes polls asks. Every method may be called any number of times."""

    def __init__(self, db: Database, clock: Clock, texts: PollTexts) -> None:
        self._db = db
        self._clock = clock
        self._texts = texts

    async def due(self, poll_id: int, now: datetime) -> Ending | None:
        """Close the poll if its end has come, and give what is still to be told; None when there is nothing to do."""
        await self._db.write(transactions.close_poll, poll_id, now, by_hand=False)
        found = await self._db.read(transactions.read_public, poll_id)
        if found is None or found.poll.state != PollState.CLOSED or found.poll.result_message_id is not None:
            return None
        poll, together, locale = self._texts.gated(found.poll), found.together, found.locale
        card = self._texts.card(poll, together, version=found.version, audience=found.audience, locale=locale)
        wording = card.wording
        if wording is None:
            return Ending(card=card, result=None, covered=True)
        if poll.arc:
            result = arc_result(poll, wording, found.tallies, level=LAST_EPISODE, voted=frozenset())
        else:
            why = hidden(poll, voted=True, voters=together.voters, level=LAST_EPISODE)
            shown = None if why else together
            result = Result(poll=poll, wording=wording, tally=shown, arc=None, hidden=why, voters=together.voters)
        return Ending(card=card, result=result, covered=not may_see(found.audience.horizon, poll.spoils))

    async def mark_announced(self, ending: Ending, message_id: int) -> None:
        """Remember the message that told the end, so that it can be covered; 0 when it could not be posted."""
        poll = ending.card.poll
        level = NOTHING if ending.result is None else poll.level if ending.covered else max(poll.level, poll.spoils)
        await self._db.write(transactions.announce, poll, message_id, level, self._clock.now())
