"""Interaction answers, and the messages behind an interaction's token; none of these needs the bot's token."""

from __future__ import annotations

from bot.stage.call import Call
from bot.stage.context import Context
from bot.stage.payloads import Wire
from bot.stage.routing import route

ONE = "/webhooks/{application_id}/{token}/messages/{message_id}"


@route("POST", "/interactions/{interaction_id}/{token}/callback", is_open=True)
def callback(context: Context, call: Call) -> Wire | None:
    """The first answer; with ``with_response`` the callback resource is given."""
    resource = context.interactions.callback(
        call.params["interaction_id"], call.params["token"], call.payload, call.uploads
    )
    return resource if call.query.get("with_response") in ("1", "true", "True") else None


@route("POST", "/webhooks/{application_id}/{token}", is_open=True)
def follow_up(context: Context, call: Call) -> Wire:
    """A follow-up message."""
    return context.interactions.follow_up(call.params["token"], call.payload, call.uploads)


@route("GET", ONE, is_open=True)
def get(context: Context, call: Call) -> Wire:
    """The original answer or a follow-up."""
    invocation = context.interactions.by_token(call.params["token"])
    return context.interactions.message_of(invocation, call.params["message_id"])


@route("PATCH", ONE, is_open=True)
def edit(context: Context, call: Call) -> Wire:
    """Edit the original answer or a follow-up."""
    return context.interactions.edit(call.params["token"], call.params["message_id"], call.payload, call.uploads)


@route("DELETE", ONE, is_open=True)
def delete(context: Context, call: Call) -> None:
    """Delete the original answer or a follow-up."""
    context.interactions.delete(call.params["token"], call.params["message_id"])
