"""The believable server: "Étoile, le foyer", its members, its channels and a little conversation.

What the members say is ours, spoils nothing and claims nothing about the series; it is there so that the rehearsal does
not look like an empty stage.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.stage import direct_messages as direct
from bot.stage import messages
from bot.stage.payloads import Wire, stamp
from bot.stage.permissions import EVERYONE, P
from bot.stage.world import CATEGORY, FORUM, TEXT, VOICE, World

if TYPE_CHECKING:
    from bot.stage.server import Stage

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
OLD = timedelta(days=400)

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


def the_bot(stage: Stage) -> Wire:
    """Make the bot's own user; gives the application's description."""
    world = stage.world
    user = stage.add_user("Étoile", username="Étoile", bot=True)
    new_id = world.snowflake(stage.clock.now() - OLD)
    del world.users[user["id"]], world.locales[user["id"]]
    world.users[new_id] = user | {"id": new_id}
    world.bot_id = new_id
    return {
        "id": new_id,
        "name": "Étoile",
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "bot": world.users[new_id],
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "owner": {"id": "1", "username": "stage", "discriminator": "0", "global_name": "The stage", "avatar": None},
        "team": None,
        "tags": [],
        "integration_types_config": {"0": {}, "1": {}},
        "approximate_guild_count": 1,
    }


def foyer(stage: Stage) -> None:
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


def _channels(stage: Stage, guild_id: str, moderators_id: str) -> None:
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


def _talk(stage: Stage, people: dict[str, str]) -> None:
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


def new_guild(world: World, name: str, owner_id: str, locale: str) -> Wire:
    """A guild with @everyone. The ids of guilds differ by a millisecond each, so that shards share them out evenly."""
    guild_id = world.snowflake(world.clock.now() - OLD + timedelta(milliseconds=len(world.guilds)))
    guild: Wire = {
        "id": guild_id,
        "name": name,
        "icon": None,
        "splash": None,
        "banner": None,
        "description": None,
        "owner_id": owner_id,
        "preferred_locale": locale,
        "features": ["COMMUNITY"],
        "verification_level": 1,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "afk_timeout": 300,
        "afk_channel_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "vanity_url_code": None,
        "emojis": [],
        "stickers": [],
    }
    world.guilds[guild_id] = guild
    new_role(world, guild_id, {"name": "@everyone", "permissions": str(EVERYONE), "id": guild_id})
    return guild


def new_role(world: World, guild_id: str, fields: dict[str, Any]) -> Wire:
    """A role; new ones come in below the bot's own, which Discord's admins are told to keep on top."""
    roles = world.roles[guild_id]
    managed = bool(fields.get("managed"))
    role: Wire = {
        "id": fields.get("id") or world.snowflake(),
        "name": fields.get("name") or "new role",
        "permissions": str(fields.get("permissions") or "0"),
        "color": int(fields.get("color") or 0),
        "colors": {"primary_color": int(fields.get("color") or 0), "secondary_color": None, "tertiary_color": None},
        "hoist": bool(fields.get("hoist")),
        "mentionable": bool(fields.get("mentionable")),
        "managed": managed,
        "position": 100 if managed else len(roles),
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }
    if managed:
        role["tags"] = {"bot_id": world.bot_id}
    roles[role["id"]] = role
    return role


def new_member(world: World, user_id: str, roles: list[str], nick: str | None) -> Wire:
    """A guild member object."""
    return {
        "user": world.users[user_id],
        "nick": nick,
        "avatar": None,
        "roles": roles,
        "joined_at": stamp(world.clock.now() - timedelta(days=90)),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }


def new_channel(world: World, guild_id: str, name: str, kind: int, fields: dict[str, Any]) -> Wire:
    """A guild channel of any type, with what Discord sends for that type."""
    channel: Wire = {
        "id": world.snowflake(),
        "guild_id": guild_id,
        "type": kind,
        "name": name,
        "position": len(world.guild_channels[guild_id]),
        "parent_id": fields.get("parent_id"),
        "permission_overwrites": fields.get("permission_overwrites") or [],
        "nsfw": False,
        "flags": int(fields.get("flags") or 0),
        "rate_limit_per_user": 0,
    }
    if kind != CATEGORY:
        channel |= {"topic": fields.get("topic"), "last_message_id": None}
    if kind == VOICE:
        channel |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None, "video_quality_mode": 1}
    if kind in (TEXT, FORUM):
        channel["default_auto_archive_duration"] = 4320
    if kind == FORUM:
        channel |= {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None}
        channel |= {"default_forum_layout": 0, "default_thread_rate_limit_per_user": 0}
    world.add_channel(channel)
    return channel
