"""The card that everybody sees, and the presses on it.

Every press is answered once it is stored, with what was recorded, to the presser alone. The public card is drawn by
the first press of every few seconds; the others share a redraw (see `poll_drawer`).
"""

from __future__ import annotations

import discord
from discord import ui

from bot.domain.poll import MOST_BUTTONS
from bot.services.polls.values import Card, Recorded
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.reply import answer, asker_of, redraw, say, words_of
from cogs.ui.kit.routes import Press, RoutedButton, RoutedSelect
from cogs.ui.polls import text as lines
from cogs.ui.polls.ballot_panel import ResultsButton, SheetButton, or_gate, outcome_line, places_of
from cogs.ui.polls.refresh import drawer_of

# -- on the public card


class VoteButton(RoutedButton, route="v1:poll:vote:{poll:int}:{place:int}"):
    """One answer on the public card."""

    async def pressed(self, interaction: Press) -> None:
        voting = interaction.client.app.polls.voting
        pressed = voting.press(asker_of(interaction), self.number("poll"), self.number("place"))
        await _answer_vote(interaction, await or_gate(interaction, pressed))


class VoteSelect(RoutedSelect, route="v1:poll:ballot:{poll:int}"):
    """All answers on the public card, where they are too many for buttons."""

    async def pressed(self, interaction: Press) -> None:
        voting = interaction.client.app.polls.voting
        chosen = voting.choose(asker_of(interaction), self.number("poll"), places_of(self.values))
        await _answer_vote(interaction, await or_gate(interaction, chosen))


async def _answer_vote(interaction: Press, recorded: Recorded | None) -> None:
    """Tell the presser what was recorded, and the card what changed. None: they were shown the gate."""
    if recorded is None:
        return
    client, poll, message = interaction.client, recorded.sheet.poll, interaction.message
    if poll.message_id is None and message is not None:  # the process died between sending the card and noting it
        await client.app.polls.placed(
            poll.id, channel_id=poll.channel_id, parent_id=poll.parent_id, message_id=message.id
        )
    drawer = drawer_of(client)
    changed = recorded.outcome != "unchanged"
    current = message is not None and poll.message_id in (None, message.id)  # not an older copy of the card
    if changed and current and recorded.card is not None and drawer.lead(poll.id, recorded.version):
        try:
            card = recorded.card()
            await redraw(interaction, card_panel(card, client.app.text.words(card.locale)))
        except BaseException:
            drawer.changed(poll.id)
            raise
        else:
            drawer.drawn(poll.id, recorded.version)
        finally:
            drawer.rest(poll.id)
        await _tell(interaction, recorded)
        return
    await _tell(interaction, recorded)
    if changed:
        drawer.changed(poll.id)


async def _tell(interaction: Press, recorded: Recorded) -> None:
    """What was recorded, to the presser alone: one sentence, or a panel where voting has just opened the counts."""
    words = words_of(interaction)
    if recorded.sheet.poll.results == "voted" and recorded.sheet.tally is not None:
        await answer(interaction, recorded_panel(recorded, words))
    else:
        await say(interaction, recorded_text(recorded, words))


# -- how they look


def card_panel(card: Card, words: Words) -> ui.LayoutView:
    """The public card: open, neutral where it would spoil, closed, or frozen when it was deleted."""
    poll, wording = card.poll, card.wording
    if poll.state == "deleted":
        title = lines.question(wording) if wording else f"### {words('poll-neutral', spoils=_spoils(card, words))}"
        when = stamp(poll.closed_at or poll.opened_at, "f")
        return panel.panel(panel.box(panel.text(f"{title}\n{words('poll-frozen', when=when)}")))
    if wording is None:
        return _neutral_card(card, words)
    head = lines.question(wording) + (f"\n{wording.blurb}" if wording.blurb else "")
    if poll.arc:
        body, controls = words("poll-arc-about"), [panel.row(*_doors(card, words, vote=poll.state == "open"))]
    else:
        lettered = _lettered(card)
        body = (
            lines.counted(wording, card.tally, words, lettered=lettered)
            if card.tally
            else lines.listed(wording, words, lettered=lettered)
        )
        controls = _answers(card, words) if poll.state == "open" else []
        controls.append(panel.row(*_doors(card, words, vote=False)))
    return panel.panel(
        panel.box(
            panel.text(head),
            panel.text(body),
            *_added(card, words),
            *controls,
            panel.text(_small_print(card, words)),
            colour=lines.colour(wording, card.tally),
        )
    )


def _neutral_card(card: Card, words: Words) -> ui.LayoutView:
    title = words("poll-neutral", spoils=_spoils(card, words))
    return panel.panel(
        panel.box(
            panel.text(f"### {title}\n{words('poll-neutral-about')}"),
            panel.row(*_doors(card, words, vote=card.poll.state == "open")),
            panel.text(_small_print(card, words)),
        )
    )


def _spoils(card: Card, words: Words) -> str:
    return lines.spoils(words, card.poll.lowest)


def _small_print(card: Card, words: Words) -> str:
    parts = [lines.secrecy(card.poll, words), lines.facts(card.poll, card.voters, words)]
    if card.poll.gate and card.wording is not None:
        parts.insert(0, words("poll-gated", episode=card.poll.gate))
    return "\n".join(f"-# {part}" for part in parts if part)


def _added(card: Card, words: Words) -> list[panel.Item]:
    """Which answers came later, and when."""
    if card.wording is None:
        return []
    added = [
        words("poll-added", name=lines.short(label), when=stamp(answer.added_at, "f"))
        for answer, label in zip(card.poll.answers, card.wording.answers, strict=True)
        if answer.added_at is not None
    ]
    return [panel.text("\n".join(f"-# {line}" for line in added))] if added else []


def _lettered(card: Card) -> bool:
    """Labels are read everywhere, also by who is behind: where a poll spoils anything, they are letters only."""
    return card.poll.gate > 0


def _answers(card: Card, words: Words) -> list[ui.ActionRow[ui.LayoutView] | None]:
    """The answers as buttons, or as a select when they are more than five."""
    poll, wording = card.poll, card.wording
    if wording is None:
        return []
    labels = [
        lines.letter(place) if _lettered(card) else lines.button_label(answer)
        for place, answer in enumerate(wording.answers)
    ]
    if len(poll.answers) <= MOST_BUTTONS:
        return [
            panel.row(
                *(
                    VoteButton.draw(label, style=discord.ButtonStyle.primary, poll=poll.id, place=place)
                    for place, label in enumerate(labels)
                )
            )
        ]
    options = [discord.SelectOption(label=label, value=str(place)) for place, label in enumerate(labels)]
    return [panel.row(VoteSelect.draw(options, placeholder=words("poll-choose"), max_values=poll.most, poll=poll.id))]


def _doors(card: Card, words: Words, *, vote: bool) -> list[panel.Item]:
    """The ways to one's own sheet and to the results."""
    own = SheetButton.draw(
        words("poll-vote") if vote else words("poll-my-ballot"),
        style=discord.ButtonStyle.primary if vote else discord.ButtonStyle.secondary,
        poll=card.poll.id,
    )
    return [own, ResultsButton.draw(words("poll-results"), poll=card.poll.id)]


def recorded_text(recorded: Recorded, words: Words) -> str:
    """The answer to a press on the public card, and how to change one's mind. A panel would cost twice as much."""
    text, sheet = outcome_line(recorded, words), recorded.sheet
    if not sheet.mine:
        return text
    pressed = len(sheet.poll.answers) <= MOST_BUTTONS
    return f"{text}\n-# {words('poll-how-to-change' if pressed else 'poll-how-to-choose-anew')}"


def recorded_panel(recorded: Recorded, words: Words) -> ui.LayoutView:
    """The answer to a press on the public card, with the counts."""
    sheet = recorded.sheet
    counts = lines.counted(sheet.wording, sheet.tally, words, mine=sheet.mine) if sheet.tally else ""
    return panel.panel(panel.box(panel.text(f"{outcome_line(recorded, words)}\n{counts}")))
