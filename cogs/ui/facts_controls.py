"""All that can be pressed on the pages of `/etoile`: each control carries the request that it answers."""

from __future__ import annotations

from typing import TypedDict

from bot.services.facts_values import Request, opaque, request_of
from cogs.ui.kit.controls import RoutedButton, RoutedSelect


class RequestIds(TypedDict):
    """What a custom id carries of a request."""

    page: str
    id: str
    sheet: int


def ids_of(request: Request, *, sheet: int | None = None) -> RequestIds:
    """The fields of a custom id for this request, or for another sheet of it. The record is not named there."""
    return {"page": request.page, "id": opaque(request.id), "sheet": request.sheet if sheet is None else sheet}


class OfRequest:
    """Reads a request from the ids of a control."""

    ids: dict[str, str]

    @property
    def request(self) -> Request:
        return request_of(self.ids["page"], self.ids["id"], int(self.ids["sheet"]))


class TurnButton(OfRequest, RoutedButton, route="v1:facts:turn:{page}:{id}:{sheet:int}:{anyway:int}"):
    """Shows another sheet (or the record that was meant) in place, as openly as the answer before it."""


class MoreButton(OfRequest, RoutedButton, route="v1:facts:more:{page}:{id}:{sheet:int}:{anyway:int}"):
    """Shows what is less often wanted, in place."""


class OpenSelect(RoutedSelect, route="v1:facts:open:{page}"):
    """Opens an entry of a list, in place."""


class AnywayButton(OfRequest, RoutedButton, route="v1:facts:anyway:{page}:{id}:{sheet:int}"):
    """Shows all of it to the presser alone; its label said what it spoils."""


class ShareButton(OfRequest, RoutedButton, route="v1:facts:share:{page}:{id}:{sheet:int}:{shown:int}"):
    """Posts the answer as the channel's horizon allows, never more than the sharer was shown."""


class MineButton(OfRequest, RoutedButton, route="v1:facts:mine:{page}:{id}:{sheet:int}"):
    """Below a shared answer: each presser gets their own."""


class ToldButton(OfRequest, RoutedButton, route="v1:facts:told:{episode:int}:{page}:{id}:{sheet:int}"):
    """Answers "How far are you?" below an answer, and redraws that answer for the new progress."""


class UntoldButton(OfRequest, RoutedButton, route="v1:facts:untold:{stamp:int}:{page}:{id}:{sheet:int}"):
    """Takes that answer back, and redraws the page for the progress before it: what was shown by mistake goes too."""


CONTROLS = (TurnButton, MoreButton, OpenSelect, AnywayButton, ShareButton, MineButton, ToldButton, UntoldButton)
