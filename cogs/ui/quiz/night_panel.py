"""What a channel sees of a night: the question, its answer with the table, and the end; and what players see alone."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from bot.domain.questions import Question
from bot.domain.quiz_night import City, Night, Sides, Standing
from bot.services.quiz.night_values import NightCard, NightEnd, NightSheet, Picked, Yesterday
from bot.text import Words
from cogs.ui.kit import panel
from cogs.ui.kit.dates import stamp
from cogs.ui.kit.escaping import escaped
from cogs.ui.kit.panel import Item
from cogs.ui.quiz.controls import (
    CalendarButton,
    CityButton,
    ComeButton,
    HostButton,
    MeButton,
    PauseButton,
    PickButton,
    SheetButton,
    SkipButton,
    StopButton,
)
from cogs.ui.quiz.solo_panel import LABEL
from cogs.ui.quiz.wording import answer_of, asked, explained

BEST = 5
MEDALS = ("🥇", "🥈", "🥉")
CITIES = {City.NEW_YORK: "🗽", City.PARIS: "🗼"}


def announcement(night: Night, words: Words, *, guests: int = 0) -> ui.LayoutView:
    """That there will be a night, and when; who wants to be called."""
    when = words("quiz-night-starts", when=stamp(night.starts_at), soon=stamp(night.starts_at, "R"))
    lines = [f"### {words('quiz-night-title')}", when, f"-# {rules(night, words)}"]
    if guests:
        lines.append(f"-# {words('quiz-guests', count=guests)}")
    come = ComeButton.draw(words("quiz-come"), emoji="🔔", style=discord.ButtonStyle.primary, night=night.id)
    calendar = CalendarButton.draw(words("quiz-calendar"), emoji="🗓️", night=night.id)
    return panel.stack([panel.box(panel.text("\n".join(lines)), panel.row(come, calendar))])


def rules(night: Night, words: Words) -> str:
    """How it is played, in a line."""
    parts = [
        words("quiz-night-length", count=len(night.question_ids), seconds=night.seconds),
        words("quiz-night-level", episode=night.level),
        words("quiz-night-quick" if night.quick else "quiz-night-slow"),
    ]
    if night.cities:
        parts.append(words("quiz-night-cities-poll" if night.cities == Sides.BY_POLL else "quiz-night-cities"))
    return " · ".join(parts)


def night_panel(card: NightCard, words: Words) -> ui.LayoutView:
    """The message of a question: asked, or with its answer."""
    night = card.night
    asking = card.right is None
    host = HostButton.draw(words("quiz-host"), number=night.number, night=night.id)
    if not card.answers:
        sheet = None
        inner: list[Item] = [panel.text(words("quiz-taken-back", number=night.number))]
    elif card.question is None:
        label = words("quiz-show-question" if asking else "quiz-show-answer")
        sheet = SheetButton.draw(label, style=discord.ButtonStyle.primary, number=night.number, night=night.id)
        gated = "quiz-night-gated" if night.daily_id is None else "quiz-daily-gated"
        inner = [panel.text(f"### {words(gated, number=night.number, episode=night.level)}")]
    else:
        sheet = None
        inner = [panel.text(_head(night, card.question, words))]
        inner += panel.rows(pick_buttons(night, card.answers, card.right), width=1)
    if asking:
        line = words("quiz-answered", count=card.answered)
        if night.closes_at is not None:
            until = "quiz-until" if night.daily_id is None else "quiz-daily-until"
            line += f" · {words(until, when=stamp(night.closes_at, 'R'))}"
        inner.append(panel.text(f"-# {line}"))
    else:
        inner.append(panel.text(_told(card, words)))
    before = _yesterday(card.before, words) if asking and card.before is not None else None
    return panel.stack([before, panel.box(*inner, panel.row(sheet, host))])


def _yesterday(before: Yesterday, words: Words) -> Item:
    """How the question of the day before went, as far as may be said."""
    had = words("quiz-had", had=before.had, answered=before.answered)
    if before.question is None:
        return panel.box(panel.text(f"-# {words('quiz-daily-yesterday')}\n{had}"))
    question = before.question
    head = f"-# {words('quiz-daily-yesterday')}"
    lines = [head, f"**{asked(question)}**", answer_of(question, words), had, explained(question, words)]
    return panel.box(panel.text("\n".join(lines)))


def _head(night: Night, question: Question, words: Words) -> str:
    about = words(f"quiz-kind-{question.kind}")
    if night.daily_id is not None:
        line = words("quiz-daily-head", kind=about)
    else:
        line = words("quiz-head", number=night.number, of=len(night.question_ids), kind=about)
    return f"-# {line}\n### {asked(question)}"


def pick_buttons(night: Night, answers: Sequence[str], right: int | None) -> list[PickButton]:
    """The answers: to be pressed, or with the right one marked."""
    return [
        PickButton.draw(
            answer[:LABEL],
            style=discord.ButtonStyle.success if place == right else discord.ButtonStyle.secondary,
            emoji="✔️" if place == right else None,
            disabled=right is not None,
            number=night.number,
            night=night.id,
            place=place,
        )
        for place, answer in enumerate(answers)
    ]


def _told(card: NightCard, words: Words) -> str:
    """The answer, how many had it, why, and the table."""
    night, question = card.night, card.question
    if night.number in night.skipped:
        lines = [words("quiz-skipped")]
    else:
        lines = [words("quiz-had", had=card.had, answered=card.answered)]
    if question is not None:
        lines = [answer_of(question, words), *lines, explained(question, words)]
    if card.players:
        lines.append(f"\n{table(card.players, words)}")
    if night.paused:
        lines.append(f"-# {words('quiz-paused')}")
    return "\n".join(lines)


def table(players: Sequence[Standing], words: Words) -> str:
    """The best, with their points."""
    return "\n".join(
        words("quiz-place", place=place_mark(number), name=_named(player, words), points=player.points)
        for number, player in enumerate(players[:BEST])
    )


def place_mark(number: int) -> str:
    """A medal for the first three, numbered from 0; a number for the others."""
    return MEDALS[number] if number < len(MEDALS) else f"{number + 1}\\."


def _named(player: Standing, words: Words) -> str:
    name = f"<@{player.user_id}>" if player.named else words("quiz-somebody")
    flag = f" {CITIES[player.city]}" if player.city is not None else ""
    return f"{name}{flag}"


def end_panel(end: NightEnd, words: Words, *, picture: Item | None = None) -> ui.LayoutView:
    """How it ended: the podium, the sides, the hardest questions, and the way to play alone."""
    night = end.night
    if not end.players:
        text = words("quiz-end-nobody" if night.number else "quiz-end-never-begun")
        return panel.stack([panel.box(panel.text(f"### {words('quiz-end-title')}\n{text}"), _alone(words))])
    lines = [f"### {words('quiz-end-title')}", *_who(end, words)]
    if end.cities is not None:
        lines.append(_sides(end.cities, words))
    hard = [_hard(one.question, one.number, one.right, one.answered, words) for one in end.hardest]
    return panel.stack(
        [
            panel.box(
                picture,
                panel.text("\n".join(lines)),
                panel.text("\n".join([f"**{words('quiz-hardest')}**", *hard])) if hard else None,
                _alone(words, None if end.named else end.night),
            )
        ]
    )


def _who(end: NightEnd, words: Words) -> list[str]:
    """The best by name; where that would tell how far they have seen, only how many played and what the best have."""
    if not end.named:
        return [words("quiz-end-unnamed", count=len(end.players), points=end.players[0].points)]
    rest = len(end.players) - BEST
    return [table(end.players, words), *([f"-# {words('quiz-end-more', count=rest)}"] if rest > 0 else [])]


def _sides(cities: dict[City, float], words: Words) -> str:
    new_york, paris = round(cities[City.NEW_YORK]), round(cities[City.PARIS])
    won = "draw" if new_york == paris else "new-york" if new_york > paris else "paris"
    return words("quiz-cities-end", newyork=new_york, paris=paris, won=won)


def _hard(question: Question | None, number: int, right: int, answered: int, words: Words) -> str:
    name = words("quiz-hard-unnamed", number=number) if question is None else asked(question)
    return f"- {words('quiz-hard', question=name, right=right, answered=answered)}"


def _alone(words: Words, unnamed: Night | None = None) -> ui.ActionRow[ui.LayoutView] | None:
    """The way to play alone; after a night without names, also to what one has oneself."""
    mine = None
    if unnamed is not None:
        mine = SheetButton.draw(words("quiz-end-mine"), number=unnamed.number, night=unnamed.id)
    return panel.row(mine, MeButton.draw(words("quiz-alone"), style=discord.ButtonStyle.primary))


# -- for one member alone


def picked_text(picked: Picked, words: Words) -> str:
    """What was recorded, in one sentence; and the side to which the player comes by it."""
    if picked.answer is None:
        answer = words("quiz-nth", number=picked.place + 1)
    else:
        answer = escaped(picked.answer) if picked.own else picked.answer
    if picked.night.daily_id is not None and picked.outcome == "recorded":
        return words("quiz-daily-recorded", answer=answer)
    said = words(f"quiz-picked-{picked.outcome}", answer=answer)
    if picked.voted is None or picked.city_open:
        return said
    return f"{said}\n{words('quiz-city-voted', city=words(f'quiz-city-{picked.voted.city.value}'))}"


def city_panel(picked: Picked, words: Words) -> ui.LayoutView:
    """What was recorded, and the question of the side; that of the player's secret ballot is offered first."""
    night, voted = picked.night, None if picked.voted is None else picked.voted.city
    buttons = [
        CityButton.draw(
            words(f"quiz-city-{city.value}"),
            emoji=CITIES[city],
            style=discord.ButtonStyle.primary if city == voted else discord.ButtonStyle.secondary,
            night=night.id,
            city=city.value,
        )
        for city in sorted(City, key=lambda each: each != voted)
    ]
    text = f"{picked_text(picked, words)}\n{words('quiz-which-city')}"
    if voted is not None:
        text += f"\n-# {words('quiz-city-secret', city=words(f'quiz-city-{voted.value}'))}"
    return panel.stack([panel.box(panel.text(text), panel.row(*buttons))])


def sheet_panel(sheet: NightSheet, words: Words, *, told: str | None = None) -> ui.LayoutView:
    """The question for one reader alone, with its answer once it is over."""
    question = sheet.question
    inner: list[Item | None] = [
        panel.text(_head(sheet.night, question, words)),
        *panel.rows(pick_buttons(sheet.night, sheet.answers, sheet.right), width=1),
    ]
    if sheet.right is not None:
        inner.append(panel.text(f"{answer_of(question, words)}\n{explained(question, words)}"))
    if sheet.mine is not None and sheet.right is not None:
        mine = words("quiz-mine", points=sheet.mine.points, place=sheet.place, players=sheet.players)
        inner.append(panel.text(mine))
    return panel.stack([panel.box(*inner, panel.text(told) if told else None)])


def host_panel(night: Night, words: Words) -> ui.LayoutView:
    """What the host can do."""
    pause = PauseButton.draw(
        words("quiz-resume" if night.paused else "quiz-pause"), night=night.id, paused=int(not night.paused)
    )
    skip = SkipButton.draw(words("quiz-skip"), night=night.id)
    stop = StopButton.draw(words("quiz-stop"), style=discord.ButtonStyle.danger, night=night.id)
    return panel.stack([panel.box(panel.text(words("quiz-host-about")), panel.row(pause, skip, stop))])
