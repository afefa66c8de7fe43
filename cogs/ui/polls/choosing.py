"""Which poll an option means: the suggested value, or a text that fits one poll only."""

from __future__ import annotations

from bot.errors import EtoileError
from cogs.ui.kit.controls import Press
from cogs.ui.kit.labels import meant
from cogs.ui.kit.reply import asker_of, words_of
from cogs.ui.polls.listing import choice_label


async def chosen_poll(interaction: Press, typed: str) -> int:
    """The id of an option's poll: itself, or that of the one whose suggested label is, or whose question holds, the
    text; clients that lose a suggestion's value send its label. Raises EtoileError("poll-choose-one")."""
    if typed.isdecimal() and len(typed) <= 19:
        return int(typed)
    suggest, words = interaction.client.app.polls.suggest, words_of(interaction)
    wanted, asker = typed.casefold().strip(), asker_of(interaction)
    question = wanted.rsplit(" · ", 2)[0].rstrip("…")
    listed = {each.poll.id: each for text in (wanted, question, "") for each in await suggest(asker, text[:100])}
    poll_id = meant([(choice_label(each, words), poll_id) for poll_id, each in listed.items()], wanted)
    if poll_id is None:
        raise EtoileError("poll-choose-one")
    return poll_id
