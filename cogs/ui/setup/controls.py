"""All that can be pressed in the set-up: the route and the meaning of each control."""

from __future__ import annotations

from cogs.ui.kit.controls import RoutedButton, RoutedChannelSelect, RoutedRoleSelect, RoutedSelect


class PageButton(RoutedButton, route="v1:setup:page:{page}"):
    """Turns to a page. On a public message (the hello) it opens the panel for the presser alone."""


class UsualButton(RoutedButton, route="v1:setup:usual"):
    """Settles what is still open as most servers have it."""


class ProposedButton(RoutedButton, route="v1:setup:proposed"):
    """Gives channels the horizons that their names ask for."""


class GoSelect(RoutedSelect, route="v1:setup:go"):
    """Turns to any page."""


class LocaleSelect(RoutedSelect, route="v1:setup:locale"):
    """The language of public messages."""


class ZoneSelect(RoutedSelect, route="v1:setup:zone"):
    """The server's zone."""


class CityButton(RoutedButton, route="v1:setup:city"):
    """Asks for a city that is not in the list."""


class PlaceSelect(RoutedChannelSelect, route="v1:setup:place:{use}"):
    """The channel for parties, for polls, or for the log."""


class HostsSelect(RoutedRoleSelect, route="v1:setup:hosts"):
    """Who may host."""


class HorizonSelect(RoutedSelect, route="v1:setup:horizon"):
    """The server's horizon."""


class TitlesSelect(RoutedSelect, route="v1:setup:titles"):
    """Whether episode titles are spoilers."""


class NewsButton(RoutedButton, route="v1:setup:news:{on:int}"):
    """Whether the server hears of a changed standing of the series."""
