"""On which side somebody stands by their ballot in the server's poll of the two cities."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ballot_key import BallotKey
from bot.content import ShowPack
from bot.domain.locale import Locale
from bot.domain.poll import Poll
from bot.domain.quiz_night import City
from bot.domain.visibility import NOTHING, may_see
from bot.store.engine.database import Transaction
from bot.store.polls.ballots import load_ballots
from bot.store.polls.polls import find_open

SIDES = {city.value for city in City}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voted:
    """The side of a ballot. `openly`: the poll says who chose what, so that the side gives no secret away."""

    city: City
    openly: bool


class BallotSides:
    """Reads ballots; changes none."""

    def __init__(self, pack: ShowPack, key: BallotKey) -> None:
        self._key = key
        presets = pack.view(NOTHING, Locale.EN).presets.values()
        self._presets = [each.id for each in presets if sorted(one.side for one in each.options) == sorted(SIDES)]

    def poll(self, guild_id: int) -> Transaction[Poll | None]:
        """The newest open poll of the server that asks for one of the two cities."""
        return (yield from find_open(guild_id=guild_id, preset_ids=self._presets))

    def voted(self, guild_id: int, user_id: int, level: int) -> Transaction[Voted | None]:
        """For which side a member who has seen so much voted last; None where they did not, or nobody can tell."""
        poll = yield from self.poll(guild_id)
        if poll is None or (poll.anonymous and not self._key.matches):
            return None
        voter = self._key.voter(poll.id, user_id) if poll.anonymous else str(user_id)
        ballots = yield from load_ballots(poll_id=poll.id, voter=voter)
        reached = [episode for episode in ballots if may_see(level, episode)]
        if not reached:
            return None
        (chosen,) = ballots[max(reached)].choices
        return Voted(city=City(poll.answers[chosen].side), openly=poll.names_shown)
