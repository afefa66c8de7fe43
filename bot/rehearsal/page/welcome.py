"""The message that a visitor finds first: what this is, and six things to try. Drawn in its reader's language."""

from __future__ import annotations

import json

from bot.rehearsal.page.html import Html, el
from bot.rehearsal.page.view import View
from bot.stage.attachments import walk
from bot.stage.payloads import Wire

WELCOME = "rehearsal_welcome"
"""The mark of such a message in the world. Discord knows nothing of it, and neither does the bot."""
ASK = "Geneviève"


def draw(message: Wire, view: View) -> Html:
    """The welcome, instead of what the message holds."""
    words, people = view.words, _people(view)
    screen = next((c["id"] for c in view.world.channels.values() if c.get("name") == "salle-de-projection"), None)
    poll = _poll(view, message["channel_id"])
    asked = [
        _run(words(f"try-who-{key}", name=name), "etoile cast", {"who": ASK}, as_user=people[name])
        for key, name in (("new", "Camille"), ("seen", "Théo"))
        if name in people
    ]
    tries = [
        _try(view, "status", _run(words("try-status-do"), "etoile status", {})),
        _try(view, "who", *asked),
        _try(view, "vote", _button(words("try-vote-do"), data_jump=poll)) if poll else None,
        _try(view, "quiz", _run(words("try-quiz-do"), "quiz me", {})),
        _try(view, "party", _button(words("try-party-do"), data_go=screen)) if screen else None,
        _try(view, "kill", _button(words("kill"), danger=True, data_kill=True)),
    ]
    head = el("h2", words("welcome-title"), cls="md-h2")
    text = el("p", words("welcome-text"))
    return el("div", head, text, el("ol", tries), cls="welcome container", data_accent="#c9a227")


def _try(view: View, key: str, *buttons: Html) -> Html:
    said = el("div", el("b", view.words(f"try-{key}")), " ", el("span", view.words(f"try-{key}-why"), cls="why"))
    return el("li", said, el("div", buttons, cls="row"))


def _run(label: str, command: str, options: dict[str, str], *, as_user: str | None = None) -> Html:
    return _button(label, data_run=command, data_options=json.dumps(options), data_as=as_user)


def _button(label: str, *, danger: bool = False, **attributes: str | bool | None) -> Html:
    return el("button", label, cls=f"btn style-{4 if danger else 2}", type="button", **attributes)


def _people(view: View) -> dict[str, str]:
    return {view.world.display_name(user_id): user_id for user_id in view.world.actors}


def _poll(view: View, channel_id: str) -> str | None:
    """The newest message there on which one can vote."""
    for message_id, message in reversed(list(view.world.messages[channel_id].items())):
        if any(":poll:vote:" in str(part.get("custom_id")) for part in walk(message["components"])):
            return message_id
    return None
