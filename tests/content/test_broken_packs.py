"""Every kind of fault that somebody who edits the show pack can make is found, with file and place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.content import PackError, check_pack, load_pack
from bot.content.__main__ import main


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Replace `old` by `new` in `file` (append `new` without an `old`): then `said` is said about `at`."""

    file: str
    new: str
    at: str
    said: str
    old: str = ""
    reported_in: str = ""

    def make(self, folder: Path) -> None:
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        assert self.old in text
        path.write_text(text.replace(self.old, self.new, 1) if self.old else text + self.new, encoding="utf-8")

    def found(self, folder: Path) -> bool:
        place = (self.reported_in or self.file, self.at)
        return any((p.file, p.path) == place and self.said in p.message for p in check_pack(folder))


def text(new: str, *, said: str, old: str = "Two companies, one idea.", at: str = "fact[0].text.en") -> Fault:
    """A fault in the text of the first fact, which spoils nothing."""
    return Fault(file="facts.toml", old=old, new=new, at=at, said=said)


def french(new: str, *, said: str) -> Fault:
    """The same in French."""
    return text(new, old="Deux compagnies, une idée.", at="fact[0].text.fr", said=said)


EXTRA_PERSON = """
[[person]]
id = "extra"
character = "Extra"
billing = "guest"
company = "none"
visible_from = 4
standing = "stands"
as_of = "2025-11-15"
sources = ["gazette"]
line.en = "One more."
line.fr = "Une de plus."
"""

TWIN = """
[[fact]]
id = "claim-two"
topic = "claims"
claim = 1
visible_from = 0
standing = "stands"
as_of = "2025-11-15"
sources = ["gazette"]
title.en = "Twin"
title.fr = "Jumelle"
text.en = "Again."
text.fr = "Encore."
"""


def watched(old: str, new: str, *, at: str, said: str) -> Fault:
    """A fault in the only watchword."""
    return Fault(file="watch.toml", old=old, new=new, at=f"watch[0].{at}", said=said)


FAULTS = {
    # watchwords
    "a name that is not listed": watched('"@genevieve"', '"@gigi"', at="near", said="is the name of no [[named]]"),
    "a form in no known writing": watched('"overboard"', '"over(board)"', at="more[0]", said="is written wrongly"),
    "a sentence that must": watched("de geneviève", "d’elle", at="must.fr[0]", said="does not trip this watchword"),
    "a sentence that must not": watched("a man over", "geneviève over", at="never[1]", said="trips a watchword of ep"),
    "four groups": watched("near = [", 'near = [["a1"], ["b1"], ', at="near", said="has too many entries"),
    "nothing that must": watched('["frsecret4a de geneviève"]', "[]", at="must.fr", said="has too few entries"),
    # files and tables
    "broken TOML": Fault(file="facts.toml", new="[[fact", at="", said="is no valid TOML"),
    "a key twice": Fault(file="pack.toml", new='name = "Twice"\n', at="", said="is no valid TOML"),
    "an unknown table": Fault(file="bonds.toml", new="[[band]]\n", at="band", said="is no known key"),
    "a table instead of a list": Fault(
        file="bonds.toml", old="[[bond]]", new="[bond]", at="bond", said="written [[bond]]"
    ),
    "a list instead of a table": Fault(
        file="status.toml", old="[status]", new="[[status]]", at="status", said="written [status]"
    ),
    "numbers instead of tables": Fault(
        file="neutral.toml", new="phrase = [1]", at="phrase[0]", said="written [[phrase]]"
    ),
    # keys and values
    "an unknown key": Fault(
        file="people.toml", old='actor = "C', new='acter = "C', at="person[1].acter", said="is no known key"
    ),
    "a missing key": Fault(
        file="people.toml", old='billing = "main"\n', new="", at="person[1].billing", said="is missing"
    ),
    "a missing translation": Fault(
        file="people.toml",
        old='text.fr = "Elle sait frsecret2a."\n',
        new="",
        at="person[1].spoiler[0].text.fr",
        said="the French text is missing",
    ),
    "a text without languages": Fault(
        file="timeline.toml",
        old='title.en = "Premiere"\ntitle.fr = "Première"',
        new='title = "Premiere"',
        at="event[0].title",
        said="should be a table",
    ),
    "an empty text": text("", said="is empty"),
    "a text of spaces": text("  ", said="is empty"),
    "an unknown word from a list": Fault(
        file="people.toml", old='"main"', new='"star"', at="person[1].billing", said="'main', 'recurring'"
    ),
    "an id with capitals": Fault(
        file="facts.toml", old="fact-swap", new="FACT", at="fact[0].id", said="written wrongly"
    ),
    "true as a number": Fault(
        file="facts.toml", old="visible_from = 0", new="visible_from = true", at="fact[0].visible_from", said="integer"
    ),
    "a level above the season": Fault(
        file="facts.toml",
        old="visible_from = 5",
        new="visible_from = 9",
        at="fact[1].visible_from",
        said="out of range",
    ),
    "a level below zero": Fault(
        file="facts.toml",
        old="visible_from = 5",
        new="visible_from = -1",
        at="fact[1].visible_from",
        said="out of range",
    ),
    "no sources": Fault(
        file="facts.toml", old='sources = ["gazette"]', new="sources = []", at="fact[0].sources", said="too few"
    ),
    "a poll with one option": Fault(
        file="polls.toml",
        new="""
[[poll]]
id = "poll-short"
gate = 0
visibility = "live"
several = false
arc = false
question.en = "Well?"
question.fr = "Alors\u202f?"
[[poll.option]]
id = "yes"
label.en = "Yes"
label.fr = "Oui"
""",
        at="poll[2].option",
        said="too few",
    ),
    # lengths
    "a text too long": text("word " * 141, said="at most 700 fit"),
    "a label too long": Fault(
        file="polls.toml", old="paris side", new="side " * 12, at="poll[0].option[1].label.en", said="at most 55 fit"
    ),
    "a record too long for one panel": Fault(
        file="people.toml",
        new="".join(
            f'[[person.spoiler]]\nvisible_from = 7\ntext.en = "{"word " * 50} {n}"\ntext.fr = "mot {n}"\n'
            for n in range(15)
        ),
        at="person[1]",
        said="fit on one panel",
    ),
    # ids
    "an id twice in one file": Fault(
        file="facts.toml",
        old="fact-late",
        new="fact-swap",
        at="fact[1].id",
        said="already the id of facts.toml: fact[0]",
    ),
    "an id twice in two files": Fault(
        file="timeline.toml",
        old="event-order",
        new="anna",
        at="person[0].id",
        said="already the id of timeline.toml: event[1]",
        reported_in="people.toml",
    ),
    "an option twice": Fault(
        file="polls.toml", old='id = "paris"', new='id = "new-york"', at="poll[0].option[1].id", said="twice"
    ),
    "an unknown source": Fault(
        file="facts.toml", old='["gazette"]', new='["gazet"]', at="fact[0].sources[0]", said="no known source"
    ),
    "an unknown source of a spoiler": Fault(
        file="people.toml",
        old='"tattler"',
        new='"tatler"',
        at="person[1].spoiler[1].sources[0]",
        said="no known source",
    ),
    "an unknown person in a bond": Fault(
        file="bonds.toml", old='"anna"', new='"anne"', at="bond[0].people[1]", said="no known person"
    ),
    "an unknown step of the timeline in the status": Fault(
        file="status.toml",
        old='"event-premiere"',
        new='"event-premier"',
        at="status.events[0]",
        said="no event is called",
    ),
    "an unknown person in a story": Fault(
        file="characters.toml", old='"genevieve"', new='"gwen"', at="character[0].person", said="no known person"
    ),
    "an unknown topic": Fault(
        file="facts.toml", old='topic = "series"', new='topic = "serious"', at="fact[0].topic", said="no known topic"
    ),
    "a claim among the facts": Fault(
        file="facts.toml",
        old='topic = "series"',
        new='topic = "claims"',
        at="fact[0].topic",
        said="stand in claims.toml",
    ),
    "a claim twice": Fault(
        file="claims.toml",
        new=TWIN,
        at="fact[1].claim",
        said="already taken by claims.toml: fact[0]",
    ),
    "an unknown episode": Fault(
        file="works.toml", old="episode = 2", new="episode = 12", at="work[0].episode", said="out of range"
    ),
    "an episode twice": Fault(
        file="recaps.toml", old="episode = 2", new="episode = 1", at="recap[1].episode", said="already taken"
    ),
    "an episode without a recap": Fault(
        file="recaps.toml", old="episode = 2", new="episode = 1", at="recap", said="none for episode 2"
    ),
    # levels
    "a spoiler below its person": Fault(
        file="people.toml",
        new=EXTRA_PERSON + '[[person.spoiler]]\nvisible_from = 2\ntext.en = "Early."\ntext.fr = "Tôt."\n',
        at="person[2].spoiler[0].visible_from",
        said="below that of what it belongs to",
    ),
    "a bond below its people": Fault(
        file="bonds.toml", old="visible_from = 3", new="visible_from = 1", at="bond[0].people[1]", said="from episode 3"
    ),
    "a recap below its episode": Fault(
        file="recaps.toml", old="visible_from = 6", new="visible_from = 5", at="recap[5].visible_from", said="episode 6"
    ),
    # dates and standing
    "a day of no calendar": Fault(
        file="timeline.toml", old='"2025-04-24"', new='"2025-02-30"', at="event[0].date", said="no date of the calendar"
    ),
    "a month of no calendar": Fault(
        file="timeline.toml", old='"2023-04"', new='"2023-13"', at="event[1].date", said="no date of the calendar"
    ),
    "a month zero": Fault(
        file="timeline.toml", old='"2023-04"', new='"2023-00"', at="event[1].date", said="no date of the calendar"
    ),
    "a month for a day": Fault(
        file="facts.toml", old='"2025-11-15"', new='"2025-11"', at="fact[0].as_of", said="is no day like"
    ),
    "a date in words": Fault(
        file="timeline.toml", old='"2023-04"', new='"April 2023"', at="event[1].date", said="is no date like"
    ),
    "a date after as_of": Fault(
        file="timeline.toml",
        old='"2025-04-24"',
        new='"2025-12-24"',
        at="event[0].date",
        said="after the record’s as_of",
    ),
    "an as_of after the pack": Fault(
        file="facts.toml", old='"2025-11-15"', new='"2026-12-01"', at="fact[0].as_of", said="after this version"
    ),
    "a source after as_of": Fault(
        file="facts.toml", old='"2025-11-15"', new='"2025-06-05"', at="fact[0].sources[0]", said="was published on"
    ),
    "overtaken without a note": Fault(
        file="facts.toml", old='"stands"', new='"overtaken"', at="fact[0].note", said="what overtook it"
    ),
    "disputed without a note": Fault(
        file="facts.toml", old='"stands"', new='"disputed"', at="fact[0].note", said="both versions"
    ),
    "a disputed beat without a note": Fault(
        file="recaps.toml",
        old='weight = "major"',
        new='weight = "major"\nstanding = "disputed"',
        at="recap[0].beat[0].note",
        said="both versions",
    ),
    # wording
    "bars": text("Two ||companies||.", said="bars"),
    "a fence": text("Two ```companies```.", said="backtick"),
    "a heading": text("# Two companies", said="heading"),
    "a quotation": text("> Two companies", said="quotation"),
    "a ping": text("Two @everyone", said="mention"),
    "a mention": text("Two <@1234>", said="mention"),
    "a link": text("Two [companies](x)", said="link"),
    "an address": text("Two https://gazette.example", said="link"),
    "a backslash": text("Two \\\\| companies", said="backslash"),
    "an open asterisk": text("Two *companies", said="without its counterpart"),
    "markdown in a label": text(
        "The *exchange*", old="The exchange of stars", at="fact[0].title.en", said="shown as typed"
    ),
    "a direction mark": text("Two \u202e companies", said="U+202E"),
    "a zero-width space": text("Two\u200b companies", said="U+200B"),
    "a straight apostrophe": french("C'est tout.", said="straight apostrophe"),
    "straight quotes": french('C’est \\"tout\\".', said="straight quotation mark"),
    "a plain space before !": french("Tout !", said="plain space before “!”"),
    "a plain space before :": french("Tout : rien.", said="plain space before “:”"),
    "no space before ?": french("Tout?", said="no space before “?”"),
    "plain spaces in guillemets": french("« Tout\u00a0»", said="after «"),
    "no space in guillemets": french("«\u00a0Tout»", said="before “»”"),
    "a wide space before !": french("Tout\u00a0!", said="a wide no-break space before “!”"),
    "a word twice": text("Two two companies.", said="“Two” twice"),
    "a word twice in French": french("Deux idées et et une.", said="“et” twice"),
    "three dots": text("Two companies...", said="three dots"),
    "we in English": text("Two companies, as we know.", said="“we”: the bot says I"),
    "we in French": french("Deux compagnies, selon nous.", said="“nous”: the bot says je"),
    "a polite plural": french("Deux compagnies, voyez-le, et vos idées.", said="“vos”: members are addressed as tu"),
    "a phrase that readers stumbled over": text("Two companies, and who comes?", said="no native speaker says"),
    # both languages tell the same
    "a number in one language": french("Douze compagnies.", said="tells other numbers than the English text: 12"),
    "a person in one language": french("Deux compagnies, et Geneviève.", said="names other people"),
    # spoilers
    "a text that looks ahead": Fault(
        file="guards.toml",
        new='[[forecast]]\nen = ["visitor"]\nfr = ["bientôt"]\n',
        at="person[0].line.en",
        reported_in="people.toml",
        said="looks ahead",
    ),
    "a review that nothing needs": Fault(
        file="neutral.toml", new='[[said]]\nen = "one day"\nwhy = "none"\n', at="said[0].en", said="is not needed"
    ),
    "a fact on a topic that is visible later": Fault(
        file="topics.toml",
        old='id = "series"\n',
        new='id = "series"\nvisible_from = 3\n',
        at="fact[0].topic",
        reported_in="facts.toml",
        said="visible from episode 3, this from 0",
    ),
    "a logline that tells of its own episode": Fault(
        file="episodes.toml",
        old="Logline 3.",
        new="Logline ensecret3a.",
        at="episode[2].logline.en",
        said="guarded until episode 3, this is visible from 2",
    ),
    "a guarded word": text("All about Ensecret3a.", said="“ensecret3a” is guarded until episode 3"),
    "a guarded word in capitals": french("Le FRSÉCRET3A.", said="“frsecret3a” is guarded until episode 3"),
    "a guarded search word": text('"ensecret6b"', old='"swap"', at="fact[0].aliases.en[0]", said="until episode 6"),
    "search words that only a later text tells": text(
        '"green white black"', old='"swap"', at="fact[0].aliases.en[0]", said="told only from episode 5 on"
    ),
    "a guarded search word of a bond": Fault(
        file="bonds.toml", old='"duo"', new='"frsecret4a"', at="bond[0].aliases.fr[0]", said="guarded until episode 4"
    ),
    "a search word of a bond that gives away more than its line": Fault(
        file="bonds.toml",
        old='"ensecret6b"',
        new='"ensecret7a"',
        at="bond[0].spoiler[0].aliases.en[0]",
        said="guarded until episode 7",
    ),
    "search words of a bond in one language": Fault(
        file="bonds.toml", old='aliases.fr = ["duo"]\n', new="", at="bond[0].aliases.fr", said="missing"
    ),
    "a guarded name": Fault(
        file="people.toml",
        old='"Gigi"',
        new='"frsecret4a"',
        at="person[1].aliases[0]",
        said="“frsecret4a” is guarded until episode 4",
    ),
    "a guarded address": Fault(
        file="sources.toml",
        old="gazette.example/plain",
        new="gazette.example/the-ensecret1a",
        at="source[0].url",
        said="guarded until episode 1",
    ),
    "a guarded title of a source": Fault(
        file="sources.toml", old="ensecret5b", new="ensecret6b", at="source[1].title", said="guarded until episode 6"
    ),
    "an early spoiler line": Fault(
        file="people.toml",
        old="She knows ensecret2a.",
        new="She knows ensecret3a.",
        at="person[1].spoiler[0].text.en",
        said="guarded until episode 3",
    ),
    "an episode title": text("As in The Title4.", said="the title of episode 4"),
    "too few guarded words": Fault(
        file="guards.toml", old=", 'frsecret7j'", new="", at="guard[6].fr", said="guards 9 words, at least 10"
    ),
    "the same guarded word twice": Fault(
        file="guards.toml", old="'ensecret7j'", new="'Ensecret7i'", at="guard[6].en", said="guards 9 words"
    ),
    "an episode without guards": Fault(
        file="guards.toml", old="episode = 8", new="episode = 7", at="guard", said="none for episode 8"
    ),
    "a shared run": text(
        "Pink: Red, blue GREEN white black!",
        said="shares “red blue green white black” with facts.toml: fact[1].text.en",
    ),
    "a shared run in French": french("Rouge, bleu, vert, blanc, noir.", said="shares “rouge bleu vert blanc noir”"),
    "a needless neutral phrase": Fault(
        file="neutral.toml",
        new='[[phrase]]\nen = "nobody says these five words"\nwhy = "none"\n',
        at="phrase[0].en",
        said="is not needed",
    ),
    "a short neutral phrase": Fault(
        file="neutral.toml",
        new='[[phrase]]\nen = "four words are few"\nwhy = "none"\n',
        at="phrase[0].en",
        said="fewer",
    ),
    "questions that nothing answers": Fault(
        file="asks.toml",
        old='record = "status"',
        new='record = "statis"',
        at="ask[0].record",
        said="“statis” is no record",
    ),
    "questions that lead to what is further on": Fault(
        file="asks.toml",
        old='record = "fact-late"\nvisible_from = 5',
        new='record = "fact-late"\nvisible_from = 4',
        at="ask[2].visible_from",
        said="“fact-late” is visible from 5",
    ),
    "questions that give away what is further on": Fault(
        file="asks.toml", old="what about status", new="ensecret5c", at="ask[0].asks.en[0]", said="guarded"
    ),
    "questions in one language only": Fault(
        file="asks.toml", old='asks.fr = ["et status q0"]', new="", at="ask[0].asks.fr", said="French text is missing"
    ),
    "a fact that answers no question": Fault(
        file="asks.toml",
        old='record = "fact-swap"',
        new='record = "claim-one"',
        reported_in="facts.toml",
        at="fact[0]",
        said="has no [[ask]]",
    ),
    "an empty neutral phrase": Fault(
        file="neutral.toml", new='[[phrase]]\nwhy = "none"\n', at="phrase[0]", said="has no phrase"
    ),
}


def test_nothing_is_wrong_with_the_good_pack(tiny: Path) -> None:
    assert check_pack(tiny) == []
    assert load_pack(tiny).version == "2026.11"


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_found_where_it_is(tiny: Path, fault: Fault) -> None:
    fault.make(tiny)

    assert fault.found(tiny), "\n".join(map(str, check_pack(tiny)))


def test_a_missing_file_is_found(tiny: Path) -> None:
    (tiny / "neutral.toml").unlink()

    assert [str(problem) for problem in check_pack(tiny)] == ["neutral.toml: this file is missing"]


def test_a_file_of_another_name_is_found(tiny: Path) -> None:
    (tiny / "fact.toml").write_text("", encoding="utf-8")

    assert [str(problem) for problem in check_pack(tiny)] == ["fact.toml: is no file of a show pack"]


def test_a_file_in_another_encoding_is_found(tiny: Path) -> None:
    (tiny / "pack.toml").write_bytes('[pack]\nversion = "2026.11"\nname = "Étoile"\n'.encode("latin-1"))

    assert "is not UTF-8" in str(check_pack(tiny)[0])


def test_an_empty_file_lacks_every_episode(tiny: Path) -> None:
    (tiny / "guards.toml").write_text("", encoding="utf-8")

    assert [str(problem) for problem in check_pack(tiny)] == [
        "guards.toml: guard: there is none for episode 1, 2, 3, 4, 5, 6, 7, 8"
    ]


def test_the_command_prints_every_problem_and_fails(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tiny)]) == 0
    FAULTS["an unknown key"].make(tiny)
    FAULTS["a heading"].make(tiny)

    assert main([str(tiny)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "No problems",
        "facts.toml: fact[0].text.en (fact-swap): has a heading",
        "people.toml: person[1].acter (genevieve): is no known key",
        "2 problems",
    ]


def test_a_folder_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="does not exist"):
        load_pack(tmp_path / "nowhere")


def test_several_faults_in_several_files_and_in_one_record_are_found_in_one_run(tiny: Path) -> None:
    chosen = [
        FAULTS[name]
        for name in (
            "an unknown key",
            "a guarded address",
            "a day of no calendar",
            "an unknown person in a bond",
            "a shared run",
            "straight quotes",
            "overtaken without a note",
            "too few guarded words",
            "a recap below its episode",
            "an option twice",
        )
    ]
    for fault in chosen:
        fault.make(tiny)
    (tiny / "story.toml").write_text("[[story", encoding="utf-8")

    with pytest.raises(PackError) as raised:
        load_pack(tiny)

    found = {(problem.file, problem.path) for problem in raised.value.problems}
    assert {(fault.file, fault.at) for fault in chosen} | {("story.toml", "")} <= found
    assert list(raised.value.problems) == check_pack(tiny)


def test_a_problem_names_file_place_and_record(tiny: Path) -> None:
    FAULTS["a missing translation"].make(tiny)

    assert [str(problem) for problem in check_pack(tiny)] == [
        "people.toml: person[1].spoiler[0].text.fr (genevieve): the French text is missing"
    ]


def test_a_neutral_phrase_allows_its_run_and_nothing_longer(tiny: Path) -> None:
    FAULTS["a shared run"].make(tiny)
    neutral = tiny / "neutral.toml"
    neutral.write_text('[[phrase]]\nen = "red blue green white black"\nwhy = "colours"\n', encoding="utf-8")
    assert check_pack(tiny) == []

    facts = tiny / "facts.toml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("white black!", "white black grey!"), encoding="utf-8")
    assert [problem.path for problem in check_pack(tiny)] == ["fact[0].text.en"]


def test_texts_of_one_level_may_share_words(tiny: Path) -> None:
    facts = tiny / "facts.toml"
    text_of_five = facts.read_text(encoding="utf-8").replace("A late ensecret5c", "Red blue green white black grey")
    facts.write_text(text_of_five, encoding="utf-8")

    assert check_pack(tiny) == []


def test_a_foreign_title_in_italics_keeps_its_typography(tiny: Path) -> None:
    french("C’est *Étoile: a Dança*.", said="").make(tiny)

    assert check_pack(tiny) == []
