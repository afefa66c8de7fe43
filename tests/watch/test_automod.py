"""The watchwords as rules of Discord's AutoMod: within its limits, and finding there what they find here."""

from __future__ import annotations

import pytest

from bot.content import load_pack
from bot.domain.automod import MOST_EXEMPT, MOST_RULES, Plan, Rule, plan
from bot.domain.locale import Locale
from bot.domain.watch import Watch, Watchword
from bot.stage import automod
from bot.stage.actor import Actor
from bot.stage.context import Context, StageBot
from bot.stage.errors import ApiError, Refused
from bot.stage.permissions import P
from tests.watch.corpus import ordinary, spoiling

SERVERS = {
    "two horizons": {1: 0, 2: 8},
    "three": {1: 0, 2: 4, 3: 8},
    "all open": {1: 8},
    "all at one": {1: 3, 2: 3},
    "every level": {number: number for number in range(9)},
}
CORPUS = [each for locale in Locale for each in ordinary(locale) + spoiling(locale) if not each.held_out]


@pytest.fixture(scope="module")
def watch() -> Watch:
    """The shipped watchwords."""
    return load_pack().watch


def payload(rule: Rule) -> dict[str, object]:
    return {
        "name": f"{rule.first} to {rule.last}",
        "event_type": 1,
        "trigger_type": automod.KEYWORD,
        "trigger_metadata": {"regex_patterns": list(rule.patterns)},
        "actions": [{"type": automod.BLOCK, "metadata": {"custom_message": "Not here."}}],
        "enabled": True,
        "exempt_channels": [str(each) for each in rule.exempt],
    }


@pytest.mark.parametrize("horizons", SERVERS.values(), ids=SERVERS)
def test_every_rule_is_taken_by_automod(watch: Watch, horizons: dict[int, int]) -> None:
    context = Context(StageBot(name="Étoile", permissions=0))
    for rule in plan(watch, horizons).rules:
        automod.create(context.world, "1", "2", payload(rule))


@pytest.mark.parametrize("horizons", SERVERS.values(), ids=SERVERS)
def test_a_rule_finds_nothing_that_may_be_said_where_it_holds(watch: Watch, horizons: dict[int, int]) -> None:
    """What a rule finds spoils, for the watchwords as well, an episode that its places have not reached."""
    rules = plan(watch, horizons).rules
    for message in CORPUS:
        level = watch.level_of(message.text)
        for rule in rules:
            found = automod.finds({"regex_patterns": list(rule.patterns)}, message.text) is not None
            assert not found or level >= rule.first, message.text


def test_an_unlimited_automod_would_find_just_what_the_watchwords_find(watch: Watch) -> None:
    whole = plan(watch, {1: 0}, most=1000)
    assert whole.left_out == 0
    for message in CORPUS:
        found = any(automod.finds({"regex_patterns": list(rule.patterns)}, message.text) for rule in whole.rules)
        assert found == (watch.level_of(message.text) > 0), message.text


def test_six_rules_find_most_of_what_spoils(watch: Watch) -> None:
    rules = plan(watch, {1: 0}).rules
    telling = [each for each in CORPUS if each.spoils]
    found = [
        each for each in telling if any(automod.finds({"regex_patterns": list(r.patterns)}, each.text) for r in rules)
    ]
    assert len(rules) == MOST_RULES
    assert len(found) / len(telling) >= 0.8


def test_places_that_allow_a_level_are_exempt_and_no_others() -> None:
    watch = Watch(tuple(Watchword(level=level, groups=((f"word{level}",),)) for level in range(1, 9)))

    assert plan(watch, {10: 0, 20: 4, 30: 8, 40: 8}) == Plan(
        rules=(
            Rule(first=1, last=4, patterns=(r"(?i)\bword1\b|\bword2\b|\bword3\b|\bword4\b",), exempt=(20, 30, 40)),
            Rule(first=5, last=8, patterns=(r"(?i)\bword5\b|\bword6\b|\bword7\b|\bword8\b",), exempt=(30, 40)),
        ),
        left_out=0,
        unguarded=(),
    )


def test_what_does_not_fit_is_said(watch: Watch) -> None:
    assert plan(watch, {1: 0}).left_out > 0
    assert plan(watch, {number: number for number in range(9)}).unguarded == ((1, 1), (2, 2))
    assert plan(watch, {1: 0}, most=0) == Plan(rules=(), left_out=0, unguarded=((1, 8),))
    many = dict.fromkeys(range(1, MOST_EXEMPT + 11), 8) | {1000: 0}
    assert plan(watch, many) == Plan(rules=(), left_out=0, unguarded=((1, 8),))


@pytest.mark.parametrize(
    ("keyword", "text", "found"),
    [
        ("cat", "a Cat sat", True),
        ("cat", "cats", False),
        ("cat", "cat!", False),
        ("cat*", "catch it", True),
        ("cat*", "tomcat", False),
        ("*cat", "a tomcat", True),
        ("*cat", "tomcats", False),
        ("*cat*", "education", True),
        ("the cat", "see the cat there", True),
    ],
)
def test_keywords_match_as_discord_says(keyword: str, text: str, found: bool) -> None:
    assert (automod.finds({"keyword_filter": [keyword]}, text) is not None) is found


@pytest.mark.parametrize("pattern", ["a(?=b)", "a(?!b)", "(?<=a)b", "(?<!a)b", r"(a)\1", "(a", "x" * 261])
def test_patterns_that_rust_does_not_know_are_refused(pattern: str) -> None:
    context = Context(StageBot(name="Étoile", permissions=0))
    with pytest.raises(ApiError, match="50035"):
        automod.create(context.world, "1", "2", payload(Rule(first=1, last=8, patterns=(pattern,), exempt=())))


def test_a_blocked_message_is_told_to_its_author_and_alerted_and_nobody_reads_it() -> None:
    context = Context(StageBot(name="Étoile", permissions=int(P.MANAGE_GUILD)))
    owner, member = context.add_user("Margot"), context.add_user("Camille")
    guild = context.add_guild("Étoile", owner["id"])
    context.join(guild["id"], member["id"])
    foyer, finale, log = (context.add_channel(guild["id"], name=name) for name in ("foyer", "finale", "log"))
    rule = payload(Rule(first=1, last=8, patterns=("(?i)spoil",), exempt=(int(finale["id"]),)))
    rule["actions"] = [
        {"type": automod.BLOCK, "metadata": {"custom_message": "Not here."}},
        {"type": automod.ALERT, "metadata": {"channel_id": log["id"]}},
    ]
    automod.create(context.world, guild["id"], context.world.bot_id, rule)
    camille = Actor(context, member["id"])

    with pytest.raises(Refused, match="Not here"):
        camille.send(foyer["id"], "I Spoil it")
    harmless = camille.send(foyer["id"], "harmless")
    with pytest.raises(Refused, match="Not here"):
        camille.edit(harmless["id"], "now I spoil it")
    camille.send(finale["id"], "I spoil it")
    Actor(context, owner["id"]).send(foyer["id"], "I spoil it")
    assert [each["content"] for each in camille.reads(foyer["id"])] == ["harmless", "I spoil it"]
    assert [each["embeds"][0]["description"] for each in camille.reads(log["id"])] == ["I Spoil it", "now I spoil it"]
