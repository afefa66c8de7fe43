"""Buttons and selects that outlive the process: their identity stands in the custom id.

A route such as `v1:polls:close:{poll_id:int}` is both the template by which a press finds its class again and the
recipe by which a panel draws the control. `from_custom_id` only parses; everything that can fail happens in the
function that is registered for the control with `@pressed`, whose errors take the one path of all errors (discord.py
itself would only log them, and the member would read "This interaction failed").

A feature's `controls.py` declares what can be pressed: route and look. Its panels draw those controls, and its
`presses.py`, which may use every panel, says what a press does. So no panel imports another one in a circle.

Ids hold no member data and nothing that the database owns: forging one gains nothing, because a press asks a service,
which checks.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, ClassVar, Generic, Self, TypeVar, cast, final

import discord
from discord import ui

from bot.client import EtoileBot
from bot.errors import EtoileError

MAX_CUSTOM_ID = 100
FORM_KEPT = 6 * 3600.0
"""Seconds for which an open form is waited for: nobody hears of one that is closed."""
LARGEST = 2**63 - 1
"""Ids are 64-bit numbers."""
E = TypeVar("E", bound=Enum)
Item = TypeVar("Item", bound=ui.Item[Any])
_FIELD = re.compile(r"\{(\w+)(?::(int))?\}")

Press = discord.Interaction[EtoileBot]
"""An interaction of this bot."""


@cache
def template_of(route: str) -> re.Pattern[str]:
    """The pattern that matches the custom ids of `route`: `{name}` takes a word, `{name:int}` a whole number."""
    pattern, end = "", 0
    for field in _FIELD.finditer(route):
        pattern += re.escape(route[end : field.start()])
        pattern += f"(?P<{field[1]}>{'-?[0-9]{1,19}' if field[2] else '[^:]{0,60}'})"
        end = field.end()
    return re.compile(pattern + re.escape(route[end:]))


def custom_id_of(route: str, ids: Mapping[str, object]) -> str:
    """The custom id of `route` with its fields filled in. Raises ValueError when it is longer than Discord takes."""
    custom_id = _FIELD.sub(lambda field: str(ids[field[1]]), route)
    if len(custom_id) > MAX_CUSTOM_ID or template_of(route).fullmatch(custom_id) is None:
        raise ValueError(f"not a custom id: {custom_id}")
    return custom_id


class _Routed(ui.DynamicItem[Item], Generic[Item], template="v1:-"):
    """What routed controls share. Subclass with `route=`."""

    route: ClassVar[str] = ""
    on_press: ClassVar[Callable[[Press, Any], Awaitable[None]] | None] = None
    """What a press does: registered with `pressed`."""

    def __init_subclass__(cls, *, route: str) -> None:
        cls.route = route
        super().__init_subclass__(template=template_of(route))

    def __init__(self, item: Item, ids: Mapping[str, object]) -> None:
        super().__init__(item)
        self.ids = {name: str(value) for name, value in ids.items()}

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(cast("Item", item), match.groupdict())

    def number(self, name: str) -> int:
        """The whole number that the custom id carries under `name`. Raises EtoileError for one that nothing has."""
        number = int(self.ids[name])
        if not -LARGEST <= number <= LARGEST:
            raise EtoileError("error-button-gone")
        return number

    def word(self, name: str) -> str:
        """The word that the custom id carries under `name`."""
        return self.ids[name]

    def one_of(self, name: str, kind: type[E]) -> E:
        """The member of an enumeration that the custom id carries under `name`. Raises EtoileError for none."""
        try:
            return kind(self.ids[name])
        except ValueError:
            raise EtoileError("error-button-gone") from None

    async def pressed(self, interaction: Press) -> None:
        """Do what the control is for: what was registered for it, unless its class says otherwise.

        One button answers all presses of its custom id, also at once: nothing of a press is kept on it.
        """
        press = type(self).on_press
        if press is None:
            raise NotImplementedError(type(self).__name__)
        await press(interaction, self)

    @final
    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        press = cast(Press, interaction)
        try:
            if await press.client.claim_and_throttle(press):
                await self.pressed(press)
        except Exception as error:
            await press.client.tree.on_error(press, error)


R = TypeVar("R", bound=_Routed[Any])
OnPress = Callable[[Press, R], Awaitable[None]]


def pressed(control: type[R]) -> Callable[[OnPress[R]], OnPress[R]]:
    """Registers the decorated function as what a press of this class of controls does. It is called with the
    interaction and the control, whose ids (and choices) it reads; what it raises is answered by the one error path.

    Raises TypeError, at import, for a control that has a function already.
    """

    def register(function: OnPress[R]) -> OnPress[R]:
        if control.on_press is not None:
            raise TypeError(f"{control.__name__} is pressed already")
        control.on_press = function
        return function

    return register


class RoutedButton(_Routed[ui.Button[Any]], route="v1:-:button"):
    """A button that works for as long as its message exists."""

    @classmethod
    def draw(
        cls,
        label: str | None,
        *,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        emoji: str | None = None,
        disabled: bool = False,
        **ids: object,
    ) -> Self:
        """A new button with this label, whose custom id carries `ids`."""
        custom_id = custom_id_of(cls.route, ids)
        return cls(ui.Button(label=label, style=style, emoji=emoji, disabled=disabled, custom_id=custom_id), ids)


class RoutedSelect(_Routed[ui.Select[Any]], route="v1:-:select"):
    """A string select that works for as long as its message exists."""

    @classmethod
    def draw(
        cls,
        options: Sequence[discord.SelectOption],
        *,
        placeholder: str | None = None,
        min_values: int = 1,
        max_values: int = 1,
        disabled: bool = False,
        **ids: object,
    ) -> Self:
        """A new select with these options, whose custom id carries `ids`."""
        select: ui.Select[Any] = ui.Select(
            options=list(options),
            placeholder=placeholder,
            min_values=min_values,
            max_values=max_values,
            disabled=disabled,
            custom_id=custom_id_of(cls.route, ids),
        )
        return cls(select, ids)

    @property
    def values(self) -> list[str]:
        """What was chosen."""
        return self.item.values

    @property
    def numbers(self) -> list[int]:
        """What was chosen, as whole numbers. Raises EtoileError for anything else."""
        if not all(value.isdecimal() for value in self.values):
            raise EtoileError("error-button-gone")
        return [int(value) for value in self.values]


class RoutedRoleSelect(_Routed[ui.RoleSelect[Any]], route="v1:-:roles"):
    """A select of the server's roles that works for as long as its message exists."""

    @classmethod
    def draw(cls, chosen: Sequence[int], *, placeholder: str, max_values: int = 25, **ids: object) -> Self:
        """A new select in which the roles with these ids are chosen already; choosing none is allowed."""
        kind = discord.SelectDefaultValueType.role
        select: ui.RoleSelect[Any] = ui.RoleSelect(
            placeholder=placeholder,
            min_values=0,
            max_values=max_values,
            default_values=[discord.SelectDefaultValue(id=role_id, type=kind) for role_id in chosen],
            custom_id=custom_id_of(cls.route, ids),
        )
        return cls(select, ids)

    @property
    def role_ids(self) -> list[int]:
        """The ids of the chosen roles."""
        return [role.id for role in self.item.values]


class RoutedChannelSelect(_Routed[ui.ChannelSelect[Any]], route="v1:-:channels"):
    """A select of one of the server's channels, or none, that works for as long as its message exists."""

    @classmethod
    def draw(
        cls,
        chosen: int | None,
        *,
        placeholder: str,
        kinds: Sequence[discord.ChannelType] = (discord.ChannelType.text,),
        **ids: object,
    ) -> Self:
        """A new select of channels of these kinds, in which the one with this id is chosen already; choosing none is
        allowed."""
        kind = discord.SelectDefaultValueType.channel
        select: ui.ChannelSelect[Any] = ui.ChannelSelect(
            placeholder=placeholder,
            min_values=0,
            max_values=1,
            channel_types=list(kinds),
            default_values=[] if chosen is None else [discord.SelectDefaultValue(id=chosen, type=kind)],
            custom_id=custom_id_of(cls.route, ids),
        )
        return cls(select, ids)

    @property
    def channel_id(self) -> int | None:
        """The id of the chosen channel."""
        return self.item.values[0].id if self.item.values else None


class RoutedModal(ui.Modal):
    """A form whose errors take the one error path. Its custom id is random, so that two members who have the same form
    open cannot receive each other's text. One that is never sent is forgotten; if it is sent later, its text is handed
    back."""

    def __init__(self, *, title: str) -> None:
        super().__init__(title=title, timeout=FORM_KEPT)

    async def submitted(self, interaction: Press) -> None:
        """Do what the form is for."""
        raise NotImplementedError

    @final
    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        press = cast(Press, interaction)
        if await press.client.app.interaction_claims.claim(press.id):
            await self.submitted(press)

    @final
    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, /) -> None:
        press = cast(Press, interaction)
        await press.client.tree.on_error(press, error)
