"""Words that fans use for the same thing, in both languages mixed: who asks for "Cheyenne's mum" means her mother."""

from __future__ import annotations

from functools import lru_cache

from bot.content.search.words import KEPT, stems

_SAME = """
    mother mom mum mommy mummy mama mere maman
    father dad daddy papa pere
    sister sis soeur frangine
    brother bro frere
    siblings fratrie
    grandfather grandpa granddad grandad papi papy
    uncle oncle tonton
    husband mari spouse epoux
    wife femme epouse
    friend pal buddy mate bestie friendship ami amie copain pote amitie
    boyfriend girlfriend lover partner amoureux amant amante copain copine
    couple together romance relationship ship love amour relation liaison affair
    kiss kisses smooch embrasser embrasse embrassent baiser bisou
    boss chief patron patronne cheffe runs dirige superior superieure
    hide cover veil cacher masquer couvrir voiler
    spoil spoiled spoiler spoilers divulgacher
    host organise organize plan schedule organiser planifier preparer
    join sign rejoindre inscrire
    party evening watchparty soiree
    postpone move reschedule decaler deplacer reporter repousser
    mistake error wrong erreur faute
    share show partager montrer
    moderator moderators mod mods modo modos moderateur moderation
    speak talk parler
    cancel axe axed kill drop scrap ditch dead over stop annuler supprimer arreter mort finie
    save rescue revive sauver sauvetage reprendre
    renew renouveler renouvellement
    season saison
    episode episodes ep eps
    news update updates nouvelles info infos actu
    watch see stream view regarder voir voit mater visionner available dispo disponible
    cost price money expensive budget pricey cher chere prix cout argent
    song track tune chanson morceau
    music musique soundtrack ost bo
    theme generique intro opening credits
    dance dancing danse danser
    dancer danseur danseuse ballerina ballerine
    choreographer choregraphe
    choreography choregraphie steps
    writer author scenariste auteur autrice wrote written ecrit ecrire
    creator creators createur createurs creatrice made makers
    producer producteur productrice
    composer compositeur
    conductor maestro cheffe
    dubbing dubbed doublage doublee
    subtitles subtitled titres
    language langue langues
    theatre theater
    apartment flat appartement appart home
    hospital hopital clinic clinique
    cemetery graveyard grave tomb gravestone cimetiere tombe
    boat bateau vessel
    nightclub club boite disco
    farm ferme
    bull taureau
    restaurant resto
    sweets candy candies bonbons friandises
    award prize trophy prix recompense trophee distinction
    nomination nominated nommee nominations
    review reviewer critic critique critics critiques presse
    score rating note grade mark
    audience viewers viewership spectateurs public
    strike greve
    shoot shot shooting tourne tournage tournee
    location locations lieu lieux
    set sets decor decors
    release released sortie sortir premiered aired
    professional pro pros professionnel
    man men male homme hommes
    boo booed jeer huer huee siffler sifflee
    real true vrai vraie genuine
    story plot histoire intrigue
    premise pitch concept gist principe synopsis
    mean meaning signification sens signifie
    name nom called appelle
    spell spelling orthographe
    former ancien ancienne previous
    child kid girl boy fille gamine enfant
    rich wealthy billionaire millionaire milliardaire riche
    angry temper tempered colerique enerve colere
    job post position poste metier travail
    offer offered propose proposition
    ending end final finale fin
    finish finished fini finir wrap wrapped achever terminer
    start begin beginning debut commence
    first premier premiere
    last dernier derniere
    ill sick illness maladie malade
    fall fell slip chute glisse
    shoes slippers chaussons
    rank grade rang hierarchy hierarchie
    turn spin tour pivot
    jump leap saut sauter
    trailer teaser
    birthday anniversaire
    minister ministre
    double doublure stunt
    similar like semblable ressemble ressemblent
    number nombre
    list liste
    picture photo image images pictures
    delay late retard
    reason cause raison
    expensive cher
    plan planned prevu
    sad cry tears pleure larmes
    team equipe side
    ex exes
    revenge vengeance
    win won winner gagne gagner gagnee remporte recu received
    hit success successful popular succes populaire
    pronounce pronunciation prononcer prononciation prononce
    summary recap resume
    bow salute curtsy saluer salut
    slow lent lente
    solo variation
    teacher professeur prof coach
    rehearse rehearsal rehearses repeter repete repetition
    company troupe compagnie
    train training background formation entrainement entraine
    die dies died dead death meurt mort mourir morte
    react reaction reactions reagi reagir
    trade swap exchange echange echanger troc
    promise promised promis promettre order ordered commande commander
    minute minutes duree length long lasts dure
    wear wears porte
    quote say said says quotes citation dit declare
    duet duo
"""


@lru_cache(maxsize=KEPT)
def groups(word: str) -> frozenset[int]:
    """Numbers of the groups that a folded word, or a form of it, stands in."""
    by_stem = _by_stem()
    return frozenset(number for stem in stems(word) or {word} for number in by_stem.get(stem, ()))


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME.strip().splitlines()):
        for each in line.split():
            for stem in stems(each) or {each}:
                found.setdefault(stem, set()).add(number)
    return found
