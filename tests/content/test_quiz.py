"""The quiz of the show pack: who may be asked what, and what is refused as unfair."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from bot.content import check_pack, load_pack
from bot.content.quiz_checks import ENOUGH
from bot.domain.locale import Locale
from bot.domain.questions import QuizKind, ReadUp


def test_a_question_is_there_for_whoever_may_be_asked(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert list(pack.view(5, Locale.EN).questions) == ["quiz-rank"]
    assert list(pack.view(6, Locale.EN).questions) == ["quiz-rank", "quiz-late"]
    assert (pack.view(5, Locale.EN).hidden("questions"), pack.view(6, Locale.EN).hidden("questions")) == (1, 0)
    assert (pack.ids("questions"), pack.level_of("questions", "quiz-late")) == (("quiz-rank", "quiz-late"), 6)


def test_a_question_speaks_the_language_of_whoever_is_asked(tiny: Path) -> None:
    english, french = (load_pack(tiny).view(8, locale).questions["quiz-rank"] for locale in (Locale.EN, Locale.FR))

    assert (english.right, english.wrong) == ("Star", ("Sujet", "Quadrille", "Principal"))
    assert (french.right, french.wrong) == ("Astre", ("Sujet", "Quadrille", "Soliste"))
    assert french.question == "Quel grade domine les autres\u202f?"


def test_a_question_says_what_teaches_its_answer(tiny: Path) -> None:
    questions = load_pack(tiny).view(6, Locale.FR).questions

    assert questions["quiz-rank"].read_up == ReadUp(kind="glossary", id="term-etoile", label="étoile")
    assert questions["quiz-late"].read_up == ReadUp(kind="recaps", id="recap-6", label="6 · The Title6")
    assert questions["quiz-late"].episode == 6


def test_no_search_finds_a_question(tiny: Path) -> None:
    view = load_pack(tiny).view(8, Locale.EN)

    assert view.find("questions", "") == view.find("questions", "rank") == view.nearest("questions", "rank") == []
    assert not any(match.id.startswith("questions/") for match in view.ask("Which rank stands above the others?"))


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Replace `old` by `new` in quiz.toml: then `said` is said about `at`."""

    old: str
    new: str
    at: str
    said: str


FAULTS = {
    "two answers that are the same": Fault(
        old='"Quadrille"', new='"sujet"', at="question[0].wrong", said="are the same"
    ),
    "two wrong answers": Fault(old='"Sujet", ', new="", at="question[0].wrong", said="too few entries"),
    "an answer too long for its button": Fault(
        old='"Quadrille"', new=f'"{"Quadrille " * 7}"', at="question[0].wrong[1]", said="too long"
    ),
    "an answer in one language": Fault(
        old=', fr = "Soliste"', new="", at="question[0].wrong[2]", said="French text is missing"
    ),
    "a question that tells its answer": Fault(
        old="Which rank stands above", new="Which star stands above", at="question[0].right", said="tells it: star"
    ),
    "an explanation that repeats": Fault(
        old="Nobody passes an examination for it: directors appoint.",
        new="The rank above the others is star.",
        at="question[0].explanation.en",
        said="teaches nothing",
    ),
    "an evening before it may be asked": Fault(
        old="episode = 6", new="episode = 5", at="question[1].episode", said="may be asked from 6 on"
    ),
    "an unknown kind": Fault(old='"ballet"', new='"opera"', at="question[0].kind", said="it can be"),
    "an unknown record to read": Fault(
        old='"term-etoile"', new='"term-unknown"', at="question[0].read_up", said="no record that can be read"
    ),
    "a record to read that comes later": Fault(
        old='"term-etoile"', new='"recap-6"', at="question[0].read_up", said="visible from episode 6"
    ),
    "a question to stay apart from that there is not": Fault(
        old='read_up = "term-etoile"',
        new='read_up = "term-etoile"\napart = ["quiz-gone"]',
        at="question[0].apart",
        said="is no other question",
    ),
    "a guarded word in a wrong answer": Fault(
        old='"A walk"', new='"An ensecret7a"', at="question[1].wrong[0].en", said="guarded until episode 7"
    ),
    "an answer with markdown": Fault(old='"Sujet"', new='"*Sujet*"', at="question[0].wrong[0]", said="asterisk"),
    "a number in one language": Fault(
        old='fr = "Un repas"', new='fr = "Quatre repas"', at="question[1].wrong[1].fr", said="other numbers"
    ),
    "a question twice": Fault(
        old="What happens with ensecret6d?",
        new="Which rank stands above the others?",
        at="question[1].question.en",
        said="is asked by question[0]",
    ),
    "a story question that looks ahead": Fault(
        old="Curtains rise slowly while", new="Curtains soon rise while", at="question[1].explanation.en", said="ahead"
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_an_unfair_question_is_refused_with_its_place(tiny: Path, name: str) -> None:
    fault = FAULTS[name]
    quiz = tiny / "quiz.toml"
    text = quiz.read_text(encoding="utf-8")
    assert fault.old in text
    quiz.write_text(text.replace(fault.old, fault.new, 1), encoding="utf-8")
    if name == "a story question that looks ahead":
        guards = tiny / "guards.toml"
        forecast = '[[forecast]]\nen = ["soon"]\nfr = ["bientôt"]\n'
        guards.write_text(guards.read_text(encoding="utf-8") + forecast, encoding="utf-8")

    found = [problem for problem in check_pack(tiny) if problem.path.startswith(fault.at)]

    assert any(problem.file == "quiz.toml" and fault.said in problem.message for problem in found), check_pack(tiny)


@pytest.mark.parametrize(("answer", "extreme"), [("The very highest", "longest"), ("Top", "shortest")])
def test_a_quiz_that_the_length_of_the_answers_gives_away_is_refused(tiny: Path, answer: str, extreme: str) -> None:
    quiz = tiny / "quiz.toml"
    first = quiz.read_text(encoding="utf-8").split("[[question]]")[1].replace('"Star"', f'"{answer}"')
    many = [
        first.replace("quiz-rank", f"quiz-rank-{number}")
        .replace("Which rank stands", f"Which of {number} ranks stands")
        .replace("Quel grade domine", f"Quel grade, de {number}, domine")
        for number in range(1, ENOUGH + 1)
    ]
    quiz.write_text("".join(f"[[question]]{each}" for each in many), encoding="utf-8")

    assert [problem.message for problem in check_pack(tiny)] == [
        f"in “en” the right answer is the {extreme} in {ENOUGH} of {ENOUGH} questions: at most 35% may be"
    ]


def test_the_shipped_quiz_is_large_enough_for_every_reader() -> None:
    questions = load_pack().view(8, Locale.EN).questions.values()
    at_level = Counter(question.level for question in questions)
    of_evening = Counter(question.episode for question in questions)

    assert len(questions) >= 165
    assert at_level[0] >= 48
    assert all(of_evening[episode] >= 12 for episode in range(1, 9))
    assert {question.kind for question in questions if question.level == 0} == set(get_args(QuizKind))
    assert {question.difficulty for question in questions if question.level == 0} == {1, 2, 3}


def test_a_room_finds_what_to_talk_about_once_its_episode_may_be_discussed(tiny: Path) -> None:
    pack = load_pack(tiny)

    assert [point.text for point in pack.view(3, Locale.EN).to_talk_about(3)] == ["And ensecret3a?"]
    assert [point.text for point in pack.view(8, Locale.FR).to_talk_about(3)] == ["Et frsecret3a\u202f?"]
    assert pack.view(2, Locale.EN).to_talk_about(3) == pack.view(8, Locale.EN).to_talk_about(4) == []


def test_a_talking_point_below_its_episode_is_refused(tiny: Path) -> None:
    talk = tiny / "talk.toml"
    talk.write_text(talk.read_text(encoding="utf-8").replace("visible_from = 3", "visible_from = 2"), encoding="utf-8")

    assert ("talk[0].visible_from", "is 2, but this tells of episode 3") in [
        (problem.path, problem.message) for problem in check_pack(tiny)
    ]


@pytest.mark.parametrize("locale", Locale)
def test_every_room_has_two_or_three_things_to_talk_about(locale: Locale) -> None:
    pack = load_pack()
    for episode in range(1, 9):
        points = pack.view(episode, locale).to_talk_about(episode)
        assert 2 <= len(points) <= 3
        assert all(point.text.endswith("?") for point in points)
        assert pack.view(episode - 1, locale).to_talk_about(episode) == []
