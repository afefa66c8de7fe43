"""Pictures in panels: the attachment, and the gallery that shows it."""

from __future__ import annotations

import io
from typing import Any

import discord
from discord import ui

from bot.pictures.easel import Picture

PICTURE_SECONDS = 1.2
"""For a public answer, which goes without a picture that takes longer: Discord waits for three."""


def attached(picture: Picture, name: str, *, covered: bool = False) -> discord.File:
    """The picture as a file of this neutral name; a covered one is marked so that old clients hide it, too."""
    return discord.File(io.BytesIO(picture.png), filename=name, description=picture.alt, spoiler=covered)


def gallery(file: discord.File) -> ui.MediaGallery[Any]:
    """What shows an attached picture in a panel."""
    return ui.MediaGallery(discord.MediaGalleryItem(file, description=file.description, spoiler=file.spoiler))
