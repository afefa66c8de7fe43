"""The believable server: "Étoile, le foyer", its members, its channels and a little conversation.

What the members say is ours, spoils nothing and claims nothing about the series; it is there so that the rehearsal does
not look like an empty stage.
"""

from __future__ import annotations

from datetime import timedelta

from bot.stage import direct_messages as direct
from bot.stage import messages
from bot.stage.context import Context, StageBot
from bot.stage.payloads import Wire
from bot.stage.permissions import P
from bot.stage.server import Stage
from bot.stage.world import CATEGORY, FORUM, VOICE, World

BOT_PERMISSIONS = (
    P.VIEW_CHANNEL
    | P.SEND_MESSAGES
    | P.EMBED_LINKS
    | P.ATTACH_FILES
    | P.READ_HISTORY
    | P.SEND_IN_THREADS
    | P.CREATE_PUBLIC_THREADS
    | P.MANAGE_THREADS
    | P.MANAGE_MESSAGES
    | P.MANAGE_ROLES
    | P.MANAGE_EVENTS
    | P.CREATE_EVENTS
    | P.SET_VOICE_STATUS
)
"""Those of the bot's own invite link; a test keeps both equal."""
ETOILE = StageBot(name="Étoile", permissions=BOT_PERMISSIONS)
MODERATOR = (
    P.MANAGE_GUILD
    | P.MANAGE_CHANNELS
    | P.MANAGE_MESSAGES
    | P.MANAGE_THREADS
    | P.MANAGE_EVENTS
    | P.CREATE_EVENTS
    | P.MANAGE_ROLES
    | P.MENTION_EVERYONE
    | P.PIN_MESSAGES
)
ACTORS = (
    ("Camille", "camille.b", "en-US", "has not started watching"),
    ("Noor", "noor_k", "en-US", "is at episode 4"),
    ("Théo", "theo.m", "en-US", "has finished the season"),
    ("Margot", "margot", "en-US", "moderates the server"),
    ("Élise", "elise.v", "fr", "uses Discord in French"),
)
BYSTANDERS = (
    ("Solène", "solene", "fr"),
    ("Marcus", "marcus_j", "en-US"),
    ("Ines", "ines.d", "fr"),
    ("Wren", "wren", "en-GB"),
    ("Amara", "amara.o", "en-US"),
    ("Luc", "luc_t", "fr"),
    ("Priya", "priya.s", "en-GB"),
)
# channel, member, minutes ago, words, whether it answers the line before
TALK = (
    ("foyer", "Margot", 2890, "Welcome, everybody! No plot in here, please: many of us have just begun.", False),
    ("foyer", "Solène", 2880, "Bonsoir ! Je n’ai encore rien vu. On m’a dit qu’ici, on ne gâchait rien.", False),
    ("foyer", "Margot", 2876, "Promis. Le salon d’à côté est fait pour le reste.", True),
    ("foyer", "Marcus", 1500, "I put the opening on at breakfast and now my whole family hums it.", False),
    ("foyer", "Wren", 1494, "Same here. And I have started standing in fifth position at the bus stop.", True),
    ("foyer", "Élise", 610, "Quelqu’un pour regarder ensemble vendredi soir ? Je fais du thé.", False),
    ("foyer", "Noor", 604, "I am in, if it is not too late in your part of the world.", True),
    ("foyer", "Camille", 95, "Total beginner question: do I need to know anything about ballet first?", False),
    ("foyer", "Théo", 92, "Nothing at all. And there is `/etoile glossary` when somebody says *petit allégro*.", True),
    ("foyer", "Ines", 31, "Je confirme, j’ai appris le mot « coryphée » grâce au bot.", False),
    ("after-the-finale", "Théo", 3000, "So this is where those of us sit who have seen all of it.", False),
    ("after-the-finale", "Wren", 2990, "With tissues.", True),
    ("after-the-finale", "Margot", 700, "Reminder: say here whatever you like, and nothing of it next door.", False),
    ("salle-de-projection", "Marcus", 1300, "Projector tested. The couch holds four, five if we are friends.", False),
    ("coulisses", "Margot", 2000, "In doubt about a spoiler, take it down first, then be kind about it.", False),
)  # fmt: skip


def foyer_stage() -> Stage:
    """A stage for this bot, with the believable server on it; not yet started."""
    return Stage(ETOILE, foyer)


def foyer(stage: Context) -> None:
    """Fill the world with the believable server."""
    world = stage.world
    people: dict[str, str] = {}
    for name, username, locale, note in ACTORS:
        people[name] = stage.add_user(name, username=username, locale=locale)["id"]
        world.actors.append(people[name])
        world.actor_notes[people[name]] = note
        world.installed_for.add(people[name])
    for name, username, locale in BYSTANDERS:
        people[name] = stage.add_user(name, username=username, locale=locale)["id"]
    guild_id = stage.add_guild("Étoile, le foyer", people["Margot"])["id"]
    world.guild_id = guild_id
    world.guilds[guild_id]["owner_id"] = people["Wren"]
    moderators = stage.add_role(guild_id, name="Régie", permissions=str(MODERATOR), color=0xC8A24A, hoist=True)
    ballerinas = stage.add_role(guild_id, name="Ballerines", permissions="0", color=0xE3A7B5, mentionable=True)
    for name, user_id in people.items():
        roles = [moderators["id"]] if name == "Margot" else [ballerinas["id"]] if name in ("Solène", "Noor") else []
        stage.join(guild_id, user_id, roles=roles)
    _channels(stage, guild_id, moderators["id"])
    _talk(stage, people)
    for name, *_ in ACTORS:
        direct.with_bot(world, people[name])
    direct.between(world, people["Camille"], people["Noor"])


def _channels(stage: Context, guild_id: str, moderators_id: str) -> None:
    bot_role = stage.world.members[guild_id][stage.world.bot_id]["roles"][0]
    hidden = [
        {"id": guild_id, "type": 0, "allow": "0", "deny": str(P.VIEW_CHANNEL)},
        {"id": moderators_id, "type": 0, "allow": str(P.VIEW_CHANNEL), "deny": "0"},
        {"id": bot_role, "type": 0, "allow": str(P.VIEW_CHANNEL), "deny": "0"},
    ]
    house = stage.add_channel(guild_id, name="La maison", type=CATEGORY)["id"]
    stage.add_channel(
        guild_id, name="foyer", parent_id=house, topic="Come in, no plot here · Entrez, ici on ne dévoile rien"
    )
    stage.add_channel(guild_id, name="after-the-finale", parent_id=house, topic="For those who have seen all of it")
    stage.add_channel(
        guild_id, name="salle-de-projection", parent_id=house, topic="We watch together · On regarde ensemble"
    )
    stage.add_channel(guild_id, name="salon-des-questions", type=FORUM, parent_id=house, topic="One question per post")
    stage.add_channel(guild_id, name="Loge 5", type=VOICE, parent_id=house)
    stage.add_channel(guild_id, name="coulisses", parent_id=house, permission_overwrites=hidden, topic="Moderators")


def _talk(stage: Context, people: dict[str, str]) -> None:
    before: Wire | None = None
    for channel_name, author, minutes, words, answers in TALK:
        channel_id = stage.channel_named(channel_name)["id"]
        reply_to = before if answers else None
        before = said(stage.world, channel_id, people[author], words, minutes, reply_to)


def said(
    world: World, channel_id: str, author_id: str, words: str, minutes_ago: float, reply_to: Wire | None = None
) -> Wire:
    """A message from the past, put where it belongs without telling anybody; call it in order of time."""
    at = world.clock.now() - timedelta(minutes=minutes_ago)
    message = messages.blank(world, channel_id, author_id, at=at) | {"content": words}
    if reply_to is not None:
        reference = {"type": 0, "channel_id": channel_id, "message_id": reply_to["id"]}
        message |= {"type": 19, "message_reference": reference, "referenced_message": reply_to}
    world.messages[channel_id][message["id"]] = message
    world.message_channel[message["id"]] = channel_id
    world.channels[channel_id]["last_message_id"] = message["id"]
    return message
