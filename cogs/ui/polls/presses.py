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
from bot.domain.post import Openly
from bot.domain.visibility import FIRST_EPISODE
from bot.services.polls.values import Recorded
from bot.services.progress import Change
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.controls import Press, pressed
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.shares import post
from cogs.ui.polls.ballot_panel import ballot_panel, choice_of, gate_panel, outcome_line
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
    SeenForButton,
    ShareButton,
    VoteButton,
    VoteSelect,
    WithdrawButton,
)
from cogs.ui.polls.refresh import drawer_of
from cogs.ui.polls.results import results_message, shared_message
from cogs.ui.progress import RATHER_NOT, UndoButton, changed, noted

_log = logging.getLogger(__name__)

T = TypeVar("T")


# -- on the public card


@pressed(VoteButton)
async def vote(interaction: Press, button: VoteButton) -> None:
    """Choose one option, or take it back."""
    voting = interaction.client.app.polls.voting
    option = button.number("option")
    asked = voting.press(asker_of(interaction), button.number("poll"), option)
    await _answer_vote(interaction, await or_gate(interaction, asked, choice=frozenset({option})))


@pressed(VoteSelect)
async def vote_for_several(interaction: Press, select: VoteSelect) -> None:
    """Choose exactly these options."""
    voting = interaction.client.app.polls.voting
    choice = options_of(select.values)
    asked = voting.choose(asker_of(interaction), select.number("poll"), choice)
    await _answer_vote(interaction, await or_gate(interaction, asked, choice=choice))


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
    moved = recorded.outcome != "unchanged"
    current = message is not None and poll.message_id in (None, message.id)  # not an older copy of the card
    if moved and current and recorded.card is not None and drawer.lead(poll.id, recorded.version):
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
    if moved:
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


async def or_gate(interaction: Press, asked: Awaitable[T], *, choice: frozenset[int] = frozenset()) -> T | None:
    """What was asked for; or None, where the member has not reached it and is answered with the gate before it, which
    keeps what they chose."""
    try:
        return await asked
    except NotReached as gate:
        await answer(interaction, gate_panel(gate, words_of(interaction), choice=choice))
        return None


@pressed(ShareButton)
async def share_results(interaction: Press, button: ShareButton) -> None:
    """Post how it stands for everybody here, as far as may be read here."""
    app = interaction.client.app
    shared = await app.polls.voting.share(asker_of(interaction), button.number("poll"))
    words = app.text.words(shared.locale)
    door = ResultsButton.draw(words("poll-results"), poll=shared.result.poll.id)
    pictured = interaction.app_permissions.attach_files
    view, files = await shared_message(
        shared.result, words, sharer_id=interaction.user.id, door=door, pictured=pictured
    )
    # The words of a poll that a member wrote are taken away when less may be said here; a shipped one's are covered.
    poll = shared.result.poll
    openly = Openly(level=shared.level, written=poll.preset_id is None, poll_id=poll.id)
    await post(interaction, view, openly, files=files)


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
    app, words, episode = interaction.client.app, words_of(interaction), button.number("episode")
    change = await app.progress.tell(interaction.user.id, None if episode == RATHER_NOT else episode)
    if episode < FIRST_EPISODE:
        await redraw(interaction, changed(change, words, declined=episode == RATHER_NOT))
        return
    view = await app.polls.voting.ballot(asker_of(interaction), button.number("poll"))
    await redraw(interaction, ballot_panel(view, words, told=_told(change, words), undo=_undo(change, words)))


@pressed(SeenForButton)
async def have_seen_and_vote(interaction: Press, button: SeenForButton) -> None:
    """Set the progress, record what was pressed before the gate came up, and offer to undo the progress."""
    app, words, poll_id = interaction.client.app, words_of(interaction), button.number("poll")
    change = await app.progress.tell(interaction.user.id, button.number("episode"))
    asker, choice = asker_of(interaction), choice_of(button.number("choice"))
    before = await app.polls.voting.ballot(asker, poll_id)
    if before.poll.most > 1:
        choice |= before.mine
    recorded = await app.polls.voting.choose(asker, poll_id, choice)
    said = "\n".join(line for line in (outcome_line(recorded, words), _told(change, words)) if line)
    await redraw(interaction, ballot_panel(recorded.view, words, told=said, undo=_undo(change, words)))
    if recorded.outcome != "unchanged":
        drawer_of(interaction.client).changed(poll_id)


def _told(change: Change, words: Words) -> str | None:
    return noted(words("progress-noted"), change.now, words) if change.moved else None


def _undo(change: Change, words: Words) -> UndoButton | None:
    return UndoButton.draw(words("progress-undo"), stamp=change.stamp) if change.moved else None


@pressed(NeverMindButton)
async def never_mind(interaction: Press, _button: NeverMindButton) -> None:
    """Close the gate, or a question, again."""
    await redraw(interaction, panel.panel(panel.box(panel.text(words_of(interaction)("poll-never-minded")))))


async def _redraw_ballot(interaction: Press, recorded: Recorded) -> None:
    """The ballot with what was recorded: one answer, which also says it, in an arc above the next question. The public
    card follows by itself."""
    words, view = words_of(interaction), recorded.view
    said = outcome_line(recorded, words)
    following = view.next_episode if recorded.outcome == "recorded" else None
    if following is not None:
        voting = interaction.client.app.polls.voting
        view = await voting.ballot(asker_of(interaction), view.poll.id, episode=following)
    if recorded.outcome != "unchanged":
        drawer_of(interaction.client).changed(recorded.view.poll.id)
    await redraw(interaction, ballot_panel(view, words, told=said))


def options_of(values: list[str]) -> frozenset[int]:
    """The options that a select's values mean; anything else in them is ignored."""
    return frozenset(int(value) for value in values if value.isdecimal())
