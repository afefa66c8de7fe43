"""What members and moderators do that is stored or seen by others: to be met by every fault, each in a place of its
own. A new command or control belongs into one of these files, or, with its reason, into `tests/faults/covered.py`.
"""

from __future__ import annotations

from dataclasses import replace

from tests.faults.deeds import clubs, evenings, members, parties, polls, quiz, searches, servers
from tests.process.deeds import DEEDS as SHOWN_BEFORE

OWN = ("facts", "progress", "recaps", "mydata", "the form of the veil", "veil", "unveil", "setup", "status", "export",
       "import", "report", "dry run")  # fmt: skip
"""Deeds of `tests.process.deeds` that happen in places of their own."""
ONLY_SHOW = ("the form of the veil", "dry run")
DEEDS = (
    *(replace(deed, keeps=deed.name in ONLY_SHOW) for deed in SHOWN_BEFORE if deed.name in OWN),
    *polls.DEEDS,
    *parties.DEEDS,
    *evenings.DEEDS,
    *searches.DEEDS,
    *clubs.DEEDS,
    *quiz.DEEDS,
    *servers.DEEDS,
    *members.DEEDS,
)
