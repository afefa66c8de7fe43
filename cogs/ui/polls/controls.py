"""Every button and select of polls: its route, which an old message keeps for years, and how it looks.

What a press does stands in `presses`, `draft_presses` and `manage_presses`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cogs.ui.kit.controls import RoutedButton, RoutedRoleSelect, RoutedSelect

# -- on the public card


class VoteButton(RoutedButton, route="v1:poll:vote:{poll:int}:{option:int}"):
    """One option on the public card."""


class VoteSelect(RoutedSelect, route="v1:poll:ballot:{poll:int}"):
    """All options on the public card, where they are too many for buttons."""


class BallotButton(RoutedButton, route="v1:poll:sheet:{poll:int}"):
    """Vote, or My ballot: the poll for the presser alone."""


class ResultsButton(RoutedButton, route="v1:poll:results:{poll:int}"):
    """The outcome so far, for the presser alone."""


# -- on a member's own ballot, and on the gate before it


class PickButton(RoutedButton, route="v1:poll:pick:{poll:int}:{episode:int}:{option:int}"):
    """One option on a member's own ballot."""


class PickSelect(RoutedSelect, route="v1:poll:choose:{poll:int}:{episode:int}"):
    """All options on a member's own ballot."""


class WithdrawButton(RoutedButton, route="v1:poll:back:{poll:int}:{episode:int}"):
    """Takes the ballot back."""


class EpisodeSelect(RoutedSelect, route="v1:poll:episode:{poll:int}"):
    """In an arc: about which episode the ballot is."""


class SeenButton(RoutedButton, route="v1:poll:seen:{poll:int}:{episode:int}"):
    """ "I have seen it": sets the progress, shows the poll, and offers to undo."""


class SeenForButton(RoutedButton, route="v1:poll:seen-for:{poll:int}:{episode:int}:{choice:int}"):
    """The same, where an answer was pressed: it is recorded at once. `choice` holds a bit for each answer."""


class NeverMindButton(RoutedButton, route="v1:poll:never"):
    """Closes the gate, or a question, again."""


class ShareButton(RoutedButton, route="v1:poll:share:{poll:int}"):
    """Posts how it stands for everybody here, as far as may be read here."""


class PictureButton(RoutedButton, route="v1:poll:picture:{poll:int}"):
    """Draws the result that the presser may see, for them alone."""


# -- on a draft


class EditDraft(RoutedButton, route="v1:poll:edit:{draft:int}"):
    """Opens the form again, with what was typed."""


class GateSelect(RoutedSelect, route="v1:poll:gate:{draft:int}"):
    """Up to which episode the poll spoils."""


class NamesButton(RoutedButton, route="v1:poll:names:{draft:int}:{anonymous:int}"):
    """Anonymous or named."""


class RolesSelect(RoutedRoleSelect, route="v1:poll:roles:{draft:int}"):
    """Which roles may vote."""


class DropDraft(RoutedButton, route="v1:poll:drop:{draft:int}"):
    """Throws the draft away."""


class ClearButton(RoutedButton, route="v1:poll:clear:{draft:int}"):
    """Says that the words of a draft give nothing away, although they read as if they did."""


class PostButton(RoutedButton, route="v1:poll:post:{draft:int}"):
    """Posts the poll for everybody."""


# -- for whoever may manage a poll


class AddButton(RoutedButton, route="v1:poll:add:{poll:int}"):
    """One more option."""


class RewordButton(RoutedButton, route="v1:poll:reword:{poll:int}"):
    """Other words, before the first ballot."""


class EndButton(RoutedButton, route="v1:poll:end:{poll:int}"):
    """Another end."""


class CloseButton(RoutedButton, route="v1:poll:close:{poll:int}"):
    """The end, now."""


class ReopenButton(RoutedButton, route="v1:poll:reopen:{poll:int}"):
    """Open again."""


class DeleteButton(RoutedButton, route="v1:poll:delete:{poll:int}:{sure:int}"):
    """Asks first, then deletes."""


class SpoilsSelect(RoutedSelect, route="v1:poll:spoils:{poll:int}"):
    """What a posted poll spoils, for moderators."""


class ExportButton(RoutedButton, route="v1:poll:export:{poll:int}"):
    """The counts as a file."""


class PageButton(RoutedButton, route="v1:poll:list:{page:int}"):
    """Another page of the list."""


CONTROLS: Sequence[type[Any]] = (
    VoteButton,
    VoteSelect,
    BallotButton,
    ResultsButton,
    PickButton,
    PickSelect,
    WithdrawButton,
    EpisodeSelect,
    SeenButton,
    SeenForButton,
    NeverMindButton,
    ShareButton,
    PictureButton,
    EditDraft,
    GateSelect,
    NamesButton,
    RolesSelect,
    DropDraft,
    ClearButton,
    PostButton,
    AddButton,
    RewordButton,
    EndButton,
    CloseButton,
    ReopenButton,
    DeleteButton,
    SpoilsSelect,
    ExportButton,
    PageButton,
)
"""To be registered when the cog is loaded."""
