"""What presses on a poll's card, on one's own ballot and on its gate do.

Every press is answered once it is stored, with what was recorded, to the presser alone. The public card is drawn by
the first press of every few seconds; the others share a redraw (see `refresh`).
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import TypeVar

from bot.discordpy.answers import AnswerLost
from bot.discordpy.codes import told
from bot.domain.poll import NotReached
from bot.services.polls.values import Recorded
from cogs.ui.kit import panel
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.routes import Press, pressed
from cogs.ui.polls.ballot_panel import ballot_panel, gate_panel, outcome_line
from cogs.ui.polls.card import card_panel, recorded_panel, recorded_text
from cogs.ui.polls.controls import (
    BallotButton,
    EpisodeSelect,
    NeverMindButton,
    PickButton,
    PickSelect,
    PictureButton,
    ResultsButton,
    SeenButton,
    VoteButton,
    VoteSelect,
    WithdrawButton,
)
from cogs.ui.polls.refresh import drawer_of
from cogs.ui.polls.results import results_message
from cogs.ui.progress import UndoButton, noted

_log = logging.getLogger(__name__)

T = TypeVar("T")


# -- on the public card


@pressed(VoteButton)
async def vote(interaction: Press, button: VoteButton) -> None:
    """Choose one option, or take it back."""
    voting = interaction.client.app.polls.voting
    asked = voting.press(asker_of(interaction), button.number("poll"), button.number("option"))
    await _answer_vote(interaction, await or_gate(interaction, asked))


@pressed(VoteSelect)
async def vote_for_several(interaction: Press, select: VoteSelect) -> None:
    """Choose exactly these options."""
    voting = interaction.client.app.polls.voting
    asked = voting.choose(asker_of(interaction), select.number("poll"), options_of(select.values))
    await _answer_vote(interaction, await or_gate(interaction, asked))


async def _answer_vote(interaction: Press, recorded: Recorded | None) -> None:
    """Tell the presser what was recorded, and the card what changed. None: they were shown the gate."""
    if recorded is None:
        return
    client, poll, message = interaction.client, recorded.view.poll, interaction.message
    if poll.message_id is None and message is not None:  # the process died between sending the card and noting it
        await client.app.polls.remember_card(
            poll.id, channel_id=poll.channel_id, parent_id=poll.parent_id, message_id=message.id
        )
    drawer = drawer_of(client)
    changed = recorded.outcome != "unchanged"
    current = message is not None and poll.message_id in (None, message.id)  # not an older copy of the card
    if changed and current and recorded.card is not None and drawer.lead(poll.id, recorded.version):
        try:
            card = recorded.card()
            await redraw(interaction, card_panel(card, client.app.text.words(card.locale)))
        except AnswerLost as lost:  # what counts is said all the same, and the card follows
            _log.info("the card of poll %d is drawn later: %s", poll.id, told(lost.__cause__ or lost))
            drawer.changed(poll.id)
        except BaseException:
            drawer.changed(poll.id)
            raise
        else:
            drawer.drawn(poll.id, recorded.version)
        finally:
            drawer.redraws.rest(poll.id)
        await _tell(interaction, recorded)
        return
    if changed:
        drawer.changed(poll.id)
    await _tell(interaction, recorded)


async def _tell(interaction: Press, recorded: Recorded) -> None:
    """What was recorded, to the presser alone: one sentence, or a panel where voting has just opened the counts."""
    words = words_of(interaction)
    if recorded.view.poll.results == "voted" and recorded.view.tally is not None:
        await answer(interaction, recorded_panel(recorded, words))
    else:
        await say(interaction, recorded_text(recorded, words))


# -- one's own ballot, the results, and the gate before both


@pressed(BallotButton)
async def open_ballot(interaction: Press, button: BallotButton) -> None:
    """The poll for the presser alone."""
    await show_ballot(interaction, button.number("poll"))


async def show_ballot(interaction: Press, poll_id: int) -> None:
    """Answer with the poll as this member sees it, or with the gate before it."""
    view = await or_gate(interaction, interaction.client.app.polls.voting.ballot(asker_of(interaction), poll_id))
    if view is not None:
        await answer(interaction, ballot_panel(view, words_of(interaction)))


@pressed(ResultsButton)
async def open_results(interaction: Press, button: ResultsButton) -> None:
    """The outcome so far, for the presser alone."""
    await show_results(interaction, button.number("poll"))


@pressed(PictureButton)
async def open_results_again(interaction: Press, button: PictureButton) -> None:
    """On results of before the picture stood in them: the results, with it."""
    await show_results(interaction, button.number("poll"))


async def show_results(interaction: Press, poll_id: int) -> None:
    """Answer with what this member may see of the outcome, or with the gate before it."""
    result = await or_gate(interaction, interaction.client.app.polls.voting.result(asker_of(interaction), poll_id))
    if result is not None:
        view, files = await results_message(result, words_of(interaction))
        await answer(interaction, view, files=files)


async def or_gate(interaction: Press, asked: Awaitable[T]) -> T | None:
    """What was asked for; or None, where the member has not reached it and is answered with the gate before it."""
    try:
        return await asked
    except NotReached as gate:
        await answer(interaction, gate_panel(gate, words_of(interaction)))
        return None


@pressed(PickButton)
async def pick(interaction: Press, button: PickButton) -> None:
    """Choose one option on one's own ballot, or take it back."""
    await _redraw_ballot(
        interaction,
        await interaction.client.app.polls.voting.press(
            asker_of(interaction), button.number("poll"), button.number("option"), episode=button.number("episode")
        ),
    )


@pressed(PickSelect)
async def pick_several(interaction: Press, select: PickSelect) -> None:
    """Choose exactly these options on one's own ballot."""
    await _redraw_ballot(
        interaction,
        await interaction.client.app.polls.voting.choose(
            asker_of(interaction), select.number("poll"), options_of(select.values), episode=select.number("episode")
        ),
    )


@pressed(WithdrawButton)
async def withdraw(interaction: Press, button: WithdrawButton) -> None:
    """Take the ballot back."""
    await _redraw_ballot(
        interaction,
        await interaction.client.app.polls.voting.withdraw(
            asker_of(interaction), button.number("poll"), episode=button.number("episode")
        ),
    )


@pressed(EpisodeSelect)
async def turn_to_episode(interaction: Press, select: EpisodeSelect) -> None:
    """In an arc: the ballot for another episode."""
    view = await interaction.client.app.polls.voting.ballot(
        asker_of(interaction), select.number("poll"), episode=select.numbers[0]
    )
    await redraw(interaction, ballot_panel(view, words_of(interaction)))


@pressed(SeenButton)
async def have_seen(interaction: Press, button: SeenButton) -> None:
    """Set the progress, show the poll, and offer to undo."""
    app, words = interaction.client.app, words_of(interaction)
    change = await app.progress.tell(interaction.user.id, button.number("episode"))
    view = await app.polls.voting.ballot(asker_of(interaction), button.number("poll"))
    undo = UndoButton.draw(words("progress-undo"), stamp=change.stamp) if change.moved else None
    told = noted(words("progress-noted"), change.now, words) if change.moved else None
    await redraw(interaction, ballot_panel(view, words, told=told, undo=undo))


@pressed(NeverMindButton)
async def never_mind(interaction: Press, _button: NeverMindButton) -> None:
    """Close the gate, or a question, again."""
    await redraw(interaction, panel.panel(panel.box(panel.text(words_of(interaction)("poll-never-minded")))))


async def _redraw_ballot(interaction: Press, recorded: Recorded) -> None:
    """The ballot with what was recorded: one answer, which also says it. The public card follows by itself."""
    words = words_of(interaction)
    if recorded.outcome != "unchanged":
        drawer_of(interaction.client).changed(recorded.view.poll.id)
    await redraw(interaction, ballot_panel(recorded.view, words, told=outcome_line(recorded, words)))


def options_of(values: list[str]) -> frozenset[int]:
    """The options that a select's values mean; anything else in them is ignored."""
    return frozenset(int(value) for value in values if value.isdecimal())
