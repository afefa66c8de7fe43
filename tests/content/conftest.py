"""A tiny good show pack, written by code, that tests may break or view."""

from __future__ import annotations

from pathlib import Path

import pytest

COMMON = 'standing = "stands"\nas_of = "2025-11-15"\nsources = ["gazette"]\n'
EPISODES = range(1, 9)


def _guard(episode: int) -> str:
    words = {language: [f"{language}secret{episode}{letter}" for letter in "abcdefghij"] for language in ("en", "fr")}
    return f"[[guard]]\nepisode = {episode}\nen = {words['en']}\nfr = {words['fr']}\n"


def _episode(number: int) -> str:
    return f"""
[[episode]]
id = "episode-{number}"
number = {number}
title = "The Title{number}"
unofficial.fr = "Le Titre{number}"
released = "2025-04-24"
visible_from = 0
{COMMON}logline.en = "Logline {number}."
logline.fr = "Accroche {number}."
"""


def _recap(number: int) -> str:
    lengths = "".join(
        f'{key}.en = "{key} recap{number}"\n{key}.fr = "{key} résumé{number}"\n'
        for key in ("line", "minute", "full", "missed")
    )
    return f"""
[[recap]]
id = "recap-{number}"
episode = {number}
visible_from = {number}
{COMMON}{lengths}
[[recap.beat]]
weight = "major"
text.en = "Beat recap{number}"
text.fr = "Moment résumé{number}"
"""


def _story(number: int) -> str:
    return f"""
[[story]]
id = "story-{number}"
after = {number}
visible_from = {number}
{COMMON}text.en = "Story after{number}"
text.fr = "Histoire après{number}"
"""


def _poll_options() -> str:
    return "".join(
        f'[[poll.option]]\nid = "{city}"\nlabel.en = "{city} side"\nlabel.fr = "Côté {city}"\nside = "{city}"\n'
        for city in ("new-york", "paris")
    )


TINY = {
    "pack.toml": '[pack]\nversion = "2026.11"\nname = "Étoile"\n',
    "sources.toml": """
[[source]]
id = "gazette"
publisher = "The Gazette"
date = "2025-06-06"
url = "https://gazette.example/plain"
lang = "en"

[[source]]
id = "tattler"
visible_from = 5
publisher = "The Tattler"
date = "2025"
url = "https://tattler.example/ensecret5a"
title = "What ensecret5b means"
lang = "en"
""",
    "status.toml": f"""
[status]
id = "status"
visible_from = 0
version = 3
state = "cancelled"
events = ["event-premiere"]
{COMMON}headline.en = "Cancelled"
headline.fr = "Annulée"
promised.en = "Promised"
promised.fr = "Promis"
overtaken.en = "Overtaken"
overtaken.fr = "Dépassé"
why.en = "Why"
why.fr = "Pourquoi"
sure.en = "Sure"
sure.fr = "Sûr"
open.en = "Open"
open.fr = "Ouvert"
""",
    "topics.toml": """
[[topic]]
id = "series"
name.en = "The series"
name.fr = "La série"

[[topic]]
id = "claims"
name.en = "Claims"
name.fr = "Affirmations"
""",
    "facts.toml": f"""
[[fact]]
id = "fact-swap"
topic = "series"
visible_from = 0
{COMMON}title.en = "The exchange of stars"
title.fr = "L’échange d’étoiles"
text.en = "Two companies, one idea."
text.fr = "Deux compagnies, une idée."
aliases.en = ["swap"]
aliases.fr = ["troc"]

[[fact]]
id = "fact-late"
topic = "series"
visible_from = 5
standing = "stands"
as_of = "2025-11-15"
sources = ["gazette", "tattler"]
title.en = "A late ensecret5c"
title.fr = "Un frsecret5c tardif"
text.en = "Red blue green white black grey."
text.fr = "Rouge bleu vert blanc noir gris."
""",
    "claims.toml": """
[[fact]]
id = "claim-one"
topic = "claims"
claim = 1
visible_from = 0
standing = "overtaken"
as_of = "2025-11-15"
sources = ["gazette"]
title.en = "It was renewed"
title.fr = "Elle a été renouvelée"
text.en = "So it was said."
text.fr = "C’est ce qu’on disait."
note.en = "Overtaken by the cancellation."
note.fr = "Dépassé par l’annulation."
""",
    "timeline.toml": f"""
[[event]]
id = "event-premiere"
date = "2025-04-24"
kind = "premiere"
visible_from = 0
{COMMON}title.en = "Premiere"
title.fr = "Première"
text.en = "All eight at once."
text.fr = "Les huit à la fois."

[[event]]
id = "event-order"
date = "2023-04"
kind = "order"
visible_from = 0
{COMMON}title.en = "Order"
title.fr = "Commande"
text.en = "Ordered."
text.fr = "Commandée."
""",
    "people.toml": f"""
[[person]]
id = "anna"
character = "Anna Zeller"
billing = "guest"
company = "none"
visible_from = 3
{COMMON}line.en = "A visitor."
line.fr = "Une visiteuse."

[[person]]
id = "genevieve"
character = "Geneviève Lavigne"
aliases = ["Gigi"]
actor = "Camille Exemple"
billing = "main"
company = "lbn"
visible_from = 0
{COMMON}line.en = "Runs the house in Paris."
line.fr = "Dirige la maison parisienne."

[[person.spoiler]]
visible_from = 2
text.en = "She knows ensecret2a."
text.fr = "Elle sait frsecret2a."

[[person.spoiler]]
visible_from = 7
sources = ["tattler"]
text.en = "She knows ensecret7a."
text.fr = "Elle sait frsecret7a."
""",
    "episodes.toml": "".join(map(_episode, EPISODES)),
    "works.toml": f"""
[[work]]
id = "work-swans"
episode = 2
kind = "ballet"
visible_from = 0
{COMMON}title.en = "The Swans"
title.fr = "Les Cygnes"
note.en = "White birds."
note.fr = "Des oiseaux blancs."

[[place]]
id = "place-house"
episode = 4
real = true
visible_from = 4
{COMMON}name.en = "The house"
name.fr = "La maison"
note.en = "Where ensecret4a happens."
note.fr = "Là où arrive frsecret4a."
""",
    "bonds.toml": f"""
[[bond]]
id = "triangle"
people = ["genevieve", "anna"]
visible_from = 3
{COMMON}name.en = "The two"
name.fr = "Les deux"
aliases.en = ["dancing pair"]
aliases.fr = ["duo"]
line.en = "They meet."
line.fr = "Elles se croisent."

[[bond.spoiler]]
visible_from = 6
aliases.en = ["ensecret6b"]
aliases.fr = ["frsecret6b"]
text.en = "They know ensecret6a."
text.fr = "Elles savent frsecret6a."
""",
    "glossary.toml": """
[[term]]
id = "term-releve"
term = "relevé"
aliases = ["releve"]
say.en = "ruh-luh-VAY"
visible_from = 0
standing = "stands"
as_of = "2025-11-15"
sources = ["gazette"]
meaning.en = "A rise."
meaning.fr = "Une montée."

[[term]]
id = "term-etoile"
term = "étoile"
visible_from = 0
standing = "stands"
as_of = "2025-11-15"
sources = ["gazette"]
meaning.en = "The highest rank."
meaning.fr = "Le plus haut rang."
""",
    "howto.toml": """
[[howto]]
id = "howto-vote"
name.en = "Voting"
name.fr = "Voter"
""",
    "recaps.toml": "".join(map(_recap, EPISODES)),
    "story.toml": "".join(map(_story, EPISODES)),
    "characters.toml": f"""
[[character]]
id = "story-of-genevieve"
person = "genevieve"
visible_from = 0
{COMMON}
[[character.part]]
visible_from = 2
text.en = "She learns ensecret2b."
text.fr = "Elle apprend frsecret2b."

[[character.part]]
visible_from = 8
text.en = "She learns ensecret8b."
text.fr = "Elle apprend frsecret8b."
""",
    "polls.toml": f"""
[[poll]]
id = "poll-cities"
gate = 0
visibility = "live"
several = false
arc = false
question.en = "Which city?"
question.fr = "Quelle ville\u202f?"
{_poll_options()}
[[poll]]
id = "poll-ending"
gate = 8
visibility = "voted"
several = false
arc = true
question.en = "And ensecret8a?"
question.fr = "Et frsecret8a\u202f?"
{_poll_options()}
""",
    "quiz.toml": f"""
[[question]]
id = "quiz-rank"
kind = "ballet"
difficulty = 1
visible_from = 0
read_up = "term-etoile"
{COMMON}question.en = "Which rank stands above the others?"
question.fr = "Quel grade domine les autres\u202f?"
right.en = "Star"
right.fr = "Astre"
wrong = ["Sujet", "Quadrille", {{ en = "Principal", fr = "Soliste" }}]
explanation.en = "Nobody passes an examination for it: directors appoint."
explanation.fr = "Aucun concours n’y mène\u00a0: la direction nomme."

[[question]]
id = "quiz-late"
kind = "story"
difficulty = 3
visible_from = 6
episode = 6
read_up = "recap-6"
{COMMON}question.en = "What happens with ensecret6d?"
question.fr = "Que devient frsecret6d\u202f?"
right.en = "An ensecret6e"
right.fr = "Un frsecret6e"
wrong = [
    {{ en = "A walk", fr = "Une balade" }},
    {{ en = "A dinner", fr = "Un repas" }},
    {{ en = "A nap", fr = "Une sieste" }},
]
explanation.en = "Curtains rise slowly while orchestras tune below."
explanation.fr = "Les rideaux montent lentement tandis que l’orchestre s’accorde."
""",
    "talk.toml": """
[[talk]]
id = "talk-3"
episode = 3
visible_from = 3
text.en = "And ensecret3a?"
text.fr = "Et frsecret3a\u202f?"
""",
    "asks.toml": "".join(
        f'[[ask]]\nrecord = "{record}"\nvisible_from = {level}\n'
        f'asks.en = ["what about {record} q{level}"]\nasks.fr = ["et {record} q{level}"]\n'
        for record, level in (
            ("status", 0),
            ("fact-swap", 0),
            ("fact-late", 5),
            ("claim-one", 0),
            ("anna", 3),
            ("genevieve", 0),
            ("genevieve", 7),
            ("work-swans", 0),
            ("place-house", 4),
            ("triangle", 3),
            ("howto-vote", 0),
        )
    ),
    "guards.toml": "".join(map(_guard, EPISODES)),
    "watch.toml": """
[[named]]
name = "genevieve"
forms = ["genevi*"]

[[watch]]
episode = 4
note = "What she learns"
near = [["@genevieve"], ["ensecret4*", "frsecret4*"]]
more = ["overboard"]
must.en = ["genevieve and ensecret4a", "geneviève goes overboard"]
must.fr = ["frsecret4a de geneviève"]
never = ["geneviève is great", "a man overboard"]
""",
    "neutral.toml": "",
}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A folder with a small pack in which nothing is wrong."""
    folder = tmp_path / "show"
    folder.mkdir()
    for name, text in TINY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
