"""The REST routes of the stage, one module per resource; each registers its handlers with bot.stage.routing."""

from __future__ import annotations


def load() -> None:
    """Register all routes; safe to call again."""
    from bot.stage.routes import application, automod, channels, guilds, messages, webhooks

    del application, automod, channels, guilds, messages, webhooks
