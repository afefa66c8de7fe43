"""How every sentence that a member reads is written, in the show pack and in the catalogue alike: the typography of its
language, no word twice, one persona, and none of the phrasings that a reader has stumbled over before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.domain.locale import Locale

_FOREIGN_TITLE = re.compile(r"(?<!\*)\*[^*\n]+\*(?!\*)")
"""Titles in italics keep the typography of their own language."""
_CODE = re.compile(r"`[^`\n]*`|\b[\w+]+://\S*")
"""What is to be typed as it stands, and addresses."""
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»")
"""What somebody else says."""
_TYPOGRAPHY: Mapping[Locale, Mapping[str, re.Pattern[str]]] = {
    Locale.EN: {
        "a straight apostrophe: write ’": re.compile(r"'"),
        "a straight quotation mark: write “ … ”": re.compile(r'"'),
        "a space before “{0}”": re.compile(r"(?<=\S)[ \u00a0\u202f]+([,;:!?])(?=\s|$)"),
    },
    Locale.FR: {
        "a straight apostrophe: write ’": re.compile(r"'"),
        "a straight quotation mark: write « … »": re.compile(r'"'),
        "a plain space before “{0}”: write a no-break space": re.compile(r"[ \t\n]([;:!?»%€])"),
        "no space before “{0}”: write a no-break space": re.compile(r"[\w)’»*…](?<!\d)([;:!?»])"),
        "a plain space after «: write a no-break space": re.compile(r"«[ \t\n]"),
        "no space after «: write a no-break space": re.compile(r"«(?=[^\s])"),
        "a wide no-break space before “{0}”: write a narrow one": re.compile(r"\u00a0([;!?])"),
    },
}
_ALWAYS = {
    "three dots: write …": re.compile(r"\.\.\."),
    "two spaces in a row": re.compile(r"(?<=\S)[ ]{2,}(?=\S)"),
    "“{0}” twice": re.compile(r"(?i)(?<![\w’'-])([^\W\d_]+)\s+\1(?![\w’'-])"),
}
_TWICE_ON_PURPOSE = re.compile(r"(?i)\b(nous|vous) \1\b|\b(on) and on, and \2\b|\bhad had\b|\bthat that\b")
_PERSONA: Mapping[Locale, Mapping[str, re.Pattern[str]]] = {
    Locale.EN: {"“{0}”: the bot says I": re.compile(r"(?<![\w’])(?<!are )([Ww]e|[Oo]urs?|us|[Ll]et’s)(?![\w])")},
    Locale.FR: {
        "“{0}”: the bot says je": re.compile(r"(?i)(?<![\w’])(nous|notre|nos|nôtres?)(?!\w)"),
        "“{0}”: members are addressed as tu": re.compile(
            r"(?i)(?<![\w’])(?<!à )(?<!rendez-)(vous|votre|vos|vôtres?)(?!\w)"
        ),
    },
}
_STUMBLED: Mapping[Locale, tuple[str, ...]] = {
    Locale.EN: (
        *(
            "left out:",
            "leave it out",
            "who comes",
            "you come",
            "to who",
            "for who may",
            "whom should",
            "as many as come",
        ),
        *("so many minutes", "that is so already", "known to us", "i tell you", "i call you", "on whose clock"),
        *("it suits me", "written down", "the last news", "one a line", "thrown away"),
        *("stands openly", "stand openly", "nothing of the plot", "who has a seat gets", "who has this role"),
        *("takes answers anew", "counted by the head", "when you don’t say", "also without", "who has a seat hears"),
        *("behind [the card", "none of mine", "single channels", "i announce it", "in other coin"),
    ),
    Locale.FR: (
        *(
            "rappelle-moi",
            "me rappeler",
            "comme c’est",
            "donne-m’y",
            "à la ville",
            "nappe meurtrière",
            "temps par temps",
        ),
        *("que de vitesse", "inconnu de nous", "par nous", "vieille flamme", "ce sur quoi", "en appuyant et"),
        *("pas de retour", "défaire", "seconde saison", "qui l’a envoyé ou", "ou qui peut", "laisse tomber"),
        *("être deviné", "à laquelle tu n’es pas", "autant qu’il en vient", "viennent (", "nouvelles aux"),
        *("un modérateur", "des officiels", "les officiels", "un mauvais ennemi", "une activiste", "donne-moi gérer"),
        *("et qui a une place", "derrière [la carte", "je t’appelle", "t’appeler", "minuterie"),
        *("pour qui l’a vu", "se battent l’une"),
    ),
}


def faults_in(text: str, locale: Locale) -> Iterator[str]:
    """What is wrong with how `text` is written. Code, titles in italics and quotations are left to their authors."""
    typed = _CODE.sub("…", text)
    plain = _FOREIGN_TITLE.sub("…", typed)
    yield from _found(_ALWAYS, _TWICE_ON_PURPOSE.sub("…", typed))
    yield from _found(_TYPOGRAPHY[locale], plain)
    yield from _found(_PERSONA[locale], _QUOTED.sub("…", plain))
    folded = plain.casefold()
    for phrase in _STUMBLED[locale]:
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", folded):
            yield f"“{phrase}”, which no native speaker says here"


def _found(patterns: Mapping[str, re.Pattern[str]], text: str) -> Iterator[str]:
    for fault, pattern in patterns.items():
        if match := pattern.search(text):
            yield fault.format(*match.groups())
