"""The texts and results of polls, for who may read them. Shipped polls speak both languages, others their author's."""

from __future__ import annotations

from dataclasses import replace

from bot.bounded import Bounded
from bot.content import ShowPack
from bot.domain.locale import Locale
from bot.domain.member_text import Channel, Viewer
from bot.domain.poll import Hidden, Option, Poll, PollState, hidden
from bot.domain.poll_draft import Draft
from bot.domain.readers import Audience, Reader
from bot.domain.show import Preset
from bot.domain.tally import Tallies, Tally, arc_of
from bot.domain.visibility import LAST_EPISODE, NOTHING, may_see
from bot.services.polls.values import Card, Label, Result, Wording
from bot.store.polls.polls import Entry

REMEMBERED = 1000


class PollTexts:
    """The only way to the question and the answers of a poll."""

    def __init__(self, pack: ShowPack) -> None:
        self._pack = pack
        self._presets = pack.presets
        self._known: Bounded[tuple[int, int, Locale], tuple[tuple[Option, ...], Wording]] = Bounded(REMEMBERED)

    def wording(self, poll: Poll, viewer: Viewer, locale: Locale) -> Wording | None:
        """The poll's texts for whom they are shown to; None where they may not be."""
        poll = self.gated(poll)
        if not _opens(viewer, poll.level, poll.channel, shipped=poll.preset_id is not None):
            return None
        key = (poll.id, poll.level, locale)
        known = self._known.get(key)
        if known is not None and known[0] is poll.answers:
            return known[1]
        wording = self._worded(poll, viewer, locale)
        if wording is not None:
            self._known[key] = (poll.answers, wording)
        return wording

    def _worded(self, poll: Poll, viewer: Viewer, locale: Locale) -> Wording | None:
        preset = self._preset(poll.preset_id, poll.level, locale)
        question = poll.question.opened(viewer) if preset is None else preset.question
        if question is None:
            return None
        blurb = None if preset is None else preset.blurb
        labels = _labels(poll.answers, preset, viewer)
        return Wording(question=question, blurb=blurb, answers=labels, written=preset is None)

    def gated_draft(self, draft: Draft) -> Draft:
        """The draft of a shipped poll with the gate that holds, as `gated` has it for a posted one."""
        rules = self._presets.get(draft.preset_id or "")
        if rules is None or rules.gate <= draft.lowest_gate:
            return draft
        return replace(draft, lowest_gate=rules.gate, gate=max(draft.gate, rules.gate))

    def draft_wording(self, draft: Draft, *, level: int, locale: Locale) -> Wording | None:
        """The texts of a draft for its author, who wrote or chose it. None of a shipped poll that they have not reached
        (any more), or that is shipped no longer."""
        if draft.preset_id is not None:
            preset = self._preset(draft.preset_id, min(level, draft.lowest_gate), locale)
            if preset is None:
                return None
            return Wording(question=preset.question, blurb=preset.blurb, answers=_shipped(preset), written=False)
        typed = tuple(Label(text=label, blurb=None, side="", written=True) for label in draft.answers)
        return Wording(question=draft.question, blurb=None, answers=typed, written=True)

    def question(self, entry: Entry, viewer: Viewer, locale: Locale) -> str | None:
        """What a poll of a list asks, for whom it is shown to; None where they may not read it."""
        rules = self._presets.get(entry.preset_id or "")
        level = max(entry.gate, entry.question.level, NOTHING if rules is None else rules.gate)
        if not _opens(viewer, level, entry.channel, shipped=entry.preset_id is not None):
            return None
        preset = self._preset(entry.preset_id, level, locale)
        return entry.question.opened(viewer) if preset is None else preset.question

    def lowest_gate(self, poll: Poll) -> int:
        """What a poll spoils whatever anybody says: a shipped one knows it."""
        rules = self._presets.get(poll.preset_id or "")
        return NOTHING if rules is None else rules.gate

    def words_in(self, draft: Draft) -> int:
        """Up to which episode a draft reads as if it spoiled, but for what its author says that it does not. A shipped
        poll knows it itself."""
        seems = self.seems(draft)
        return NOTHING if seems <= draft.cleared else seems

    def seems(self, draft: Draft) -> int:
        """The same, whatever its author says."""
        return NOTHING if draft.preset_id is not None else self.level_of(draft.question, *draft.answers)

    def level_of(self, *written: str) -> int:
        """Up to which episode the watchwords in these texts spoil."""
        return self._pack.level_of_text(*written)

    def card(self, poll: Poll, tally: Tally, *, version: int, audience: Audience, locale: Locale) -> Card:
        """The public card of a poll, for those who see its channel. `tally` holds all ballots."""
        poll = self.gated(poll)
        wording = self.wording(poll, audience, locale)
        why = hidden(poll, voted=False, voters=tally.voters, level=LAST_EPISODE)
        shown = wording is not None and why is None and not poll.arc
        return Card(
            poll=poll,
            version=version,
            wording=wording,
            tally=tally if shown else None,
            hidden=why,
            voters=tally.voters,
            locale=locale,
            horizon=audience.horizon,
        )

    def gated(self, poll: Poll) -> Poll:
        """The poll with the gate that holds: its own, or that of the show pack where it has become stricter."""
        rules = self._presets.get(poll.preset_id or "")
        return poll if rules is None or rules.gate <= poll.gate else replace(poll, gate=rules.gate)

    def _preset(self, preset_id: str | None, level: int, locale: Locale) -> Preset | None:
        return None if preset_id is None else self._pack.view(level, locale).preset(preset_id)


def _opens(viewer: Viewer, level: int, channel: Channel, *, shipped: bool) -> bool:
    """Whether a viewer may read a poll. A shipped one tells each reader only what they have reached, wherever it is."""
    reached = not (shipped and isinstance(viewer, Reader)) or may_see(viewer.level, level)
    return reached and viewer.may_read(level, channel)


def arc_result(
    poll: Poll,
    wording: Wording,
    tallies: Tallies,
    *,
    level: int,
    voted: frozenset[int],
) -> Result:
    """An arc for a reader who has finished episode `level`. `voted`: at which episodes they did.

    Of ballots it counts those that it shows. How many members gave them is not told: beside the ballots of each episode
    it would say whether the same few gave those of the next, and so how far they are.
    """
    why: Hidden | None = None
    shown = tallies
    if poll.state == PollState.OPEN and poll.results == "end":
        why = "at-the-end"
    elif poll.state == PollState.OPEN and poll.results == "voted":
        shown = {key: tally for key, tally in tallies.items() if key[0] in voted}
        why = None if voted else "after-voting"
    arc = arc_of(shown, upto=level)
    if why is None and not arc.known:
        why = "too-few"
    voters = 0 if why else sum(point.tally.voters for point in arc.known if point.tally is not None)
    return Result(poll=poll, wording=wording, tally=None, arc=None if why else arc, hidden=why, voters=voters)


def _shipped(preset: Preset) -> tuple[Label, ...]:
    return tuple(
        Label(text=option.label, blurb=option.blurb, side=option.side, written=False) for option in preset.options
    )


def _labels(answers: tuple[Option, ...], preset: Preset | None, viewer: Viewer) -> tuple[Label, ...]:
    shipped = {option.id: option for option in preset.options} if preset is not None else {}
    labels: list[Label] = []
    for answer in answers:
        option = shipped.get(answer.preset or "")
        if option is None:
            text = answer.label.opened(viewer) or ""
            labels.append(Label(text=text, blurb=None, side=answer.side, written=True))
        else:
            labels.append(Label(text=option.label, blurb=option.blurb, side=option.side, written=False))
    return tuple(labels)
