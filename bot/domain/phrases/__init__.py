"""What people type for a moment or a day, in English and French, mixed as well: read whole, asked, or refused.

A text becomes tokens (`tokens`), tokens become every row of elements that leaves none over (`covers`), and each row
becomes the instants that it can mean (`meaning`). One instant is an answer, several are a question. Nothing that was
typed is ever dropped: what no element reads, refuses the whole.
"""

from bot.domain.phrases.context import Asked, Context, Reading, Why, text_of
from bot.domain.phrases.day_lists import AskedDay, read_day, read_days, read_weekdays
from bot.domain.phrases.moments import LONGEST, read_moment
from bot.domain.phrases.rhythms import Rhythm, read_rhythm
from bot.domain.phrases.slots import LONGEST_LIST, read_slots

__all__ = [
    "LONGEST",
    "LONGEST_LIST",
    "Asked",
    "AskedDay",
    "Context",
    "Reading",
    "Rhythm",
    "Why",
    "read_day",
    "read_days",
    "read_moment",
    "read_rhythm",
    "read_slots",
    "read_weekdays",
    "text_of",
]
