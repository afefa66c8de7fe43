"""All that can be pressed under a recap: each control carries the request that it tells."""

from __future__ import annotations

from typing import TypedDict

from bot.services.recaps import Request, request_of
from cogs.ui.kit.controls import RoutedButton, RoutedSelect

_IDS = "{kind}:{who}:{first:int}:{last:int}:{length}:{sheet:int}:{lang}:{how:int}"


class Ids(TypedDict):
    """A request as the ids of a control."""

    kind: str
    who: str
    first: int
    last: int
    length: str
    sheet: int
    lang: str
    how: int


def ids_of(request: Request, *, anyway: bool = False) -> Ids:
    """The ids of a control that carries a request."""
    return {
        "kind": request.kind,
        "who": request.who,
        "first": request.first,
        "last": request.last,
        "length": request.length,
        "sheet": request.sheet,
        "lang": request.locale.value,
        "how": int(anyway),
    }


class OfRequest:
    """Reads a request from the ids of a control."""

    ids: dict[str, str]

    @property
    def request(self) -> Request:
        return request_of(self.ids)

    @property
    def anyway(self) -> bool:
        return self.ids["how"] == "1"


class TurnButton(OfRequest, RoutedButton, route=f"v1:recaps:turn:{_IDS}"):
    """Another sheet."""


class LengthSelect(OfRequest, RoutedSelect, route=f"v1:recaps:as:{_IDS}"):
    """The same at another length."""


class MoreButton(OfRequest, RoutedButton, route=f"v1:recaps:more:{_IDS}"):
    """Shows what is less often wanted, in place."""


class LengthButton(OfRequest, RoutedButton, route=f"v1:recaps:length:{_IDS}"):
    """The same at another length, below tellings of before there was a select."""


class LanguageButton(OfRequest, RoutedButton, route=f"v1:recaps:language:{_IDS}"):
    """The same in the other language."""


class GoButton(OfRequest, RoutedButton, route=f"v1:recaps:go:{_IDS}"):
    """Another episode, or the rest of a story."""


class AnywayButton(OfRequest, RoutedButton, route=f"v1:recaps:anyway:{_IDS}"):
    """Tells it beyond the reader's progress, closed."""


class SeenButton(OfRequest, RoutedButton, route=f"v1:recaps:seen:{_IDS}"):
    """ "I have seen it": sets the progress, and tells what was asked for."""


class ToldButton(OfRequest, RoutedButton, route=f"v1:recaps:told:{{episode:int}}:{_IDS}"):
    """Answers "How far are you?", and tells what was asked for."""


class UntoldButton(OfRequest, RoutedButton, route=f"v1:recaps:untold:{{stamp:int}}:{_IDS}"):
    """Takes that answer back, and redraws what was asked for at the progress before it."""


class NeverMindButton(OfRequest, RoutedButton, route=f"v1:recaps:never-mind:{_IDS}"):
    """Leaves it at that."""


class ShareButton(OfRequest, RoutedButton, route=f"v1:recaps:share:{_IDS}"):
    """Posts the telling for everybody: open where the horizon covers it, else closed."""


class ShareUpToSelect(OfRequest, RoutedSelect, route=f"v1:recaps:share-upto:{_IDS}"):
    """Up to which episode a story is shared: whoever shares it says so, and need not be there."""


class SoFarButton(RoutedButton, route="v1:recaps:so-far"):
    """The story so far, up to where the presser is."""


class MineButton(OfRequest, RoutedButton, route=f"v1:recaps:mine:{_IDS}"):
    """Below a shared telling: each presser gets their own."""


class RecapButton(RoutedButton, route="v1:recaps:episode:{episode:int}"):
    """On other panels: opens the recap of an episode beside them."""
