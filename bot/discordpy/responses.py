"""The first answer to an interaction: sent once more where that is safe, and not sent back.

discord.py asks Discord for the message that became of each first answer, parses it and throws it away: a third of what
a press costs. Nothing here needs it (`original_response` still fetches it). It also gives up when the connection is
reset, and calls an answer failed that Discord had taken without confirming it. And a form that it shows takes nothing
in before Discord has confirmed that it is shown.
"""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord.http import Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from bot.discordpy.codes import Outcome, outcome_of
from bot.discordpy.retry import again

CALLBACK = "/interactions/{webhook_id}/{webhook_token}/callback"

_log = logging.getLogger(__name__)
_show = discord.InteractionResponse.send_modal


class _Adapter(AsyncWebhookAdapter):
    async def create_interaction_response(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, interaction_id: int, token: str, *, params: Any, **given: Any
    ) -> Any:
        """Send the answer. A second one is refused by Discord, so a try whose outcome is unknown may be repeated."""
        route = Route("POST", CALLBACK, webhook_id=interaction_id, webhook_token=token)
        body = {"payload": params.payload, "multipart": params.multipart, "files": params.files}

        async def answer() -> None:
            for file in params.files or ():
                file.reset()
            try:
                await self.request(route, **body, **given)
            except discord.HTTPException as error:
                if outcome_of(error) is not Outcome.ANSWERED:
                    raise
                _log.info("the answer to interaction %d had arrived, though Discord did not confirm it", interaction_id)

        await again(answer)
        return {"interaction": {"id": str(interaction_id), "type": 0}}


async def _listen_and_show(self: Any, modal: Any, /) -> Any:
    """A form listens before it is shown: whoever is quick sends it back before Discord has confirmed that it is."""
    self._parent._state.store_view(modal)
    try:
        return await _show(self, modal)
    except BaseException:
        modal.stop()
        raise


def answer_so() -> None:
    """Answer interactions in this way in all tasks that are started from here on."""
    async_context.set(_Adapter())
    discord.InteractionResponse.send_modal = _listen_and_show
