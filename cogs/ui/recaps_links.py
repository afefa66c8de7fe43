"""The way from the recap of an episode to its page. What the press does is registered where that page is drawn."""

from __future__ import annotations

from bot.text import Words
from cogs.ui.kit.controls import RoutedButton


class PageButton(RoutedButton, route="v1:recaps:page:{episode:int}"):
    """Below the recap of an episode: opens its page, with its works and places, beside it."""


def page_button(episode: int, words: Words) -> PageButton:
    """The way from a recap to the page of its episode."""
    return PageButton.draw(words("recaps-page"), episode=episode)
