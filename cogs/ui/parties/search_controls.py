"""All that can be pressed while a time is looked for: the route and the meaning of each control."""

from __future__ import annotations

from cogs.ui.kit.controls import RoutedButton, RoutedSelect


class SearchPostButton(RoutedButton, route="v1:party:find-post:{search_id:int}"):
    """Asks everybody for these moments."""


class SearchTimesButton(RoutedButton, route="v1:party:find-times:{search_id:int}"):
    """Opens the form in which other moments are typed."""


class SearchDropButton(RoutedButton, route="v1:party:find-drop:{search_id:int}"):
    """Drops the search before it is posted."""


class TickButton(RoutedButton, route="v1:party:find-tick:{search_id:int}"):
    """Opens the presser's own list of the moments."""


class TickSelect(RoutedSelect, route="v1:party:find-mine:{search_id:int}"):
    """The moments that suit the presser."""


class TickWholeButton(RoutedButton, route="v1:party:find-whole:{what}:{search_id:int}"):
    """All of them, none of them, or nothing any more."""


class SearchHostButton(RoutedButton, route="v1:party:find-host:{search_id:int}"):
    """Opens what the host sees and can do."""


class SearchTakeButton(RoutedButton, route="v1:party:find-take:{at:int}:{search_id:int}"):
    """Makes this moment, in milliseconds, the party's start."""


class SearchTakeSelect(RoutedSelect, route="v1:party:find-other:{search_id:int}"):
    """Makes the chosen moment the party's start."""


class SearchEndButton(RoutedButton, route="v1:party:find-end:{search_id:int}"):
    """Lets nobody tick any more; pressed again, gives the search up."""


SEARCH_CONTROLS = (
    SearchPostButton,
    SearchTimesButton,
    SearchDropButton,
    TickButton,
    TickSelect,
    TickWholeButton,
    SearchHostButton,
    SearchTakeButton,
    SearchTakeSelect,
    SearchEndButton,
)
"""All of them, to be registered when the cog is loaded."""
