"""What a window does: each verb is one thing that a member does in Discord's client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.rehearsal.page.modal import draw_modal
from bot.rehearsal.page.view import View

if TYPE_CHECKING:
    from bot.stage.actor import Actor
    from bot.stage.attachments import Upload
    from bot.stage.interactions import Invocation


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One request: who acts, what was sent, and the files that came with it by the name of their field."""

    member: Actor
    view: View
    body: Mapping[str, Any]
    files: Mapping[str, list[Upload]]

    def __getitem__(self, key: str) -> Any:
        return self.body[key]


Verb = Callable[[Act], Awaitable[dict[str, Any]]]


async def send(act: Act) -> dict[str, Any]:
    """Send an ordinary message."""
    files = act.files.get("files", [])
    message = act.member.send(act["channel"], act["content"], files=files, reply_to=act.body.get("reply_to"))
    return {"id": message["id"]}


async def slash(act: Act) -> dict[str, Any]:
    """Use a slash command."""
    uploads = {name: found[0] for name, found in act.files.items()}
    options = {**act["options"], **uploads}
    path = tuple(act["path"])
    return await _answer(act, act.member.slash(act["channel"], act["command"], path=path, options=options))


async def autocomplete(act: Act) -> dict[str, Any]:
    """What the bot proposes for the option that is being typed."""
    found = await act.member.autocomplete(
        act["channel"], act["command"], path=tuple(act["path"]), options=act["options"], focused=act["focused"]
    )
    return {"choices": found, "failed": act.member.last_autocomplete_failed}


async def message_command(act: Act) -> dict[str, Any]:
    """Use a command of a message's menu."""
    return await _answer(act, act.member.message_command(act["command"], act["message"]))


async def user_command(act: Act) -> dict[str, Any]:
    """Use a command of a member's menu."""
    return await _answer(act, act.member.user_command(act["channel"], act["command"], act["user"]))


async def press(act: Act) -> dict[str, Any]:
    """Press a button."""
    return await _answer(act, act.member.press(act["message"], act["custom_id"]))


async def select(act: Act) -> dict[str, Any]:
    """Choose in a select."""
    return await _answer(act, act.member.select(act["message"], act["custom_id"], values=act["values"]))


async def submit(act: Act) -> dict[str, Any]:
    """Send a modal."""
    return await _answer(act, act.member.submit(act["invocation"], {**act["values"], **act.files}))


async def delete(act: Act) -> dict[str, Any]:
    """Delete a message."""
    act.member.delete(act["message"])
    return {}


async def dismiss(act: Act) -> dict[str, Any]:
    """Dismiss an ephemeral answer."""
    act.member.dismiss(act["message"])
    return {}


async def edit(act: Act) -> dict[str, Any]:
    """Edit one's own message."""
    act.member.edit(act["message"], act["content"])
    return {}


async def react(act: Act) -> dict[str, Any]:
    """Put a reaction on a message or take it back."""
    act.member.react(act["message"], act["emoji"], on=act["on"])
    return {}


async def interested(act: Act) -> dict[str, Any]:
    """Say that one is interested in an event, or no longer."""
    act.member.interested(act["event"], yes=act["yes"])
    return {}


VERBS: dict[str, Verb] = {
    verb.__name__.replace("_", "-"): verb
    for verb in (
        send,
        slash,
        autocomplete,
        message_command,
        user_command,
        press,
        select,
        submit,
        delete,
        dismiss,
        edit,
        react,
        interested,
    )
}


async def _answer(act: Act, invocation: Invocation) -> dict[str, Any]:
    """How the bot answered an interaction, at most three seconds later."""
    outcome = await invocation.outcome()
    modal = draw_modal(outcome.id, outcome.modal, act.view) if outcome.state == "modal" and outcome.modal else None
    return {"state": outcome.state, "invocation": outcome.id, "modal": modal}
