"""The test card of the set-up: posted where the bot is to post, taken down again by a moderator."""

from __future__ import annotations

import logging
from datetime import timedelta

from discord import ui

from bot.discordpy.codes import PLACE_CLOSED, UNANSWERED, Outcome, outcome_of, told
from bot.discordpy.retry import again
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, RoutedButton, pressed
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.delivery import Letter, send
from cogs.ui.kit.moderator_log import server_words
from cogs.ui.kit.reply import answer, asker_of, begin, words_of
from cogs.ui.parties.controls import AnswerButton
from cogs.ui.parties.text import cities
from cogs.ui.polls.controls import VoteButton
from cogs.ui.setup.checks import FINE, MISSING

_log = logging.getLogger(__name__)


class TestButton(RoutedButton, route="v1:setup:test"):
    """Posts a test card in every channel that was chosen for cards (in this one, where none was) and says what became
    of it."""


@pressed(TestButton)
async def on_test(interaction: Press, button: TestButton) -> None:
    app = interaction.client.app
    asker, words = asker_of(interaction), words_of(interaction)
    settings = await app.setup.open(asker)
    await begin(interaction, thinking=True)
    chosen = [settings.party_channel_id, settings.poll_channel_id]
    channel_ids = list(dict.fromkeys(each for each in chosen if each is not None)) or [asker.channel_id or 0]
    public = await server_words(interaction.client, settings.guild_id)
    lines: list[str] = []
    for channel_id in channel_ids:
        polls = settings.poll_channel_id == channel_id != settings.party_channel_id
        lines.append(await _post_test(interaction, channel_id, public, words, polls=polls))
    await answer(interaction, panel.stack([panel.box(panel.text("\n".join(lines)))]))


async def _post_test(interaction: Press, channel_id: int, public: Words, words: Words, *, polls: bool) -> str:
    """Post one test card. Returns what became of it."""
    card = _card(interaction, public, polls=polls)
    channel = interaction.client.get_partial_messageable(channel_id, guild_id=interaction.guild_id)
    nonce = f"t{interaction.id}-{channel_id % 10000}"[:25]
    try:
        message = await send(channel, Letter(view=card, silent=True), nonce=nonce)
    except UNANSWERED as error:
        _log.warning("a test card could not be posted to channel %s: %s", channel_id, told(error))
        refused = outcome_of(error) in PLACE_CLOSED
        return (
            f"{MISSING} {words('setup-test-refused' if refused else 'setup-test-unsure', channel=f'<#{channel_id}>')}"
        )
    return f"{FINE} {words('setup-tested', channel=f'<#{channel_id}>', link=message.jump_url)}"


def _card(interaction: Press, words: Words, *, polls: bool) -> ui.LayoutView:
    """A card as it will look, of a poll or a party, with buttons that do nothing but the last."""
    head = f"-# {words('setup-test-title')} · {words('setup-test-who', who=interaction.user.mention)}"
    if polls:
        answers = [words("facts-city-new-york"), words("facts-city-paris")]
        vote = words("poll-vote")
        inside: list[panel.Item] = [
            panel.text(f"{head}\n### {words('setup-test-question')}"),
            *(
                panel.section(f"**{name}**", VoteButton.draw(vote, disabled=True, poll=0, option=index))
                for index, name in enumerate(answers)
            ),
        ]
    else:
        start = interaction.client.app.clock.now() + timedelta(days=1)
        title = words("party-episode", episode=1)
        answers = ["going", "maybe", "no"]
        inside = [
            panel.text(f"{head}\n## 🎬 {title}\n**{stamp(start)}** · {stamp(start, 'R')}\n-# {cities(start, words)}"),
            *panel.rows(
                [
                    AnswerButton.draw(words(f"party-answer-{what}"), disabled=True, answer=what, party_id=0)
                    for what in answers
                ]
            ),
        ]
    return panel.stack([panel.box(*inside, panel.row(RemoveButton.draw(words("setup-test-remove"))))])


class RemoveButton(RoutedButton, route="v1:setup:remove"):
    """Takes a test card down."""


@pressed(RemoveButton)
async def on_remove(interaction: Press, button: RemoveButton) -> None:
    await interaction.client.app.setup.open(asker_of(interaction))
    await begin(interaction)
    try:
        await again(interaction.delete_original_response)
    except UNANSWERED as error:
        if outcome_of(error) is not Outcome.MESSAGE_GONE:
            raise
