"""The forms that members have open: the last few of each. Nobody hears of one that is closed without being sent."""

from __future__ import annotations

from collections import deque

from discord import ui

from bot.bounded import Bounded

KEPT = 3
"""Open forms of one member. An older one that is sent all the same is handed back."""
MEMBERS = 2000


class OpenForms:
    """Lets go of a member's oldest form when they open one more."""

    def __init__(self) -> None:
        self._open: Bounded[int, deque[ui.Modal]] = Bounded(MEMBERS)

    def opened(self, user_id: int, form: ui.Modal) -> None:
        """The member was shown a form."""
        forms = self._open.pop(user_id, None) or deque()
        forms.append(form)
        while len(forms) > KEPT:
            forms.popleft().stop()
        self._open[user_id] = forms
