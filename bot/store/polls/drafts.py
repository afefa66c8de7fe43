"""Drafts of polls, as their authors typed them."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from bot.domain.instants import from_ms, to_ms
from bot.domain.locale import Locale
from bot.domain.poll_draft import Draft
from bot.store.engine.database import Transaction, sql

DRAFTS_LAST = timedelta(days=2)


def save_draft(draft: Draft, *, at: datetime) -> Transaction[None]:
    """Keeps a draft. The author's drafts that were not touched for two days go."""
    yield sql(
        "DELETE FROM poll_drafts WHERE author_id = :author_id AND touched_at < :old",
        author_id=draft.author_id,
        old=to_ms(at - DRAFTS_LAST),
    )
    yield sql(
        """
        INSERT INTO poll_drafts (id, author_id, draft, touched_at) VALUES (:id, :author_id, :draft, :at)
        ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, touched_at = excluded.touched_at
        """,
        id=draft.id,
        author_id=draft.author_id,
        draft=_draft_text(draft),
        at=to_ms(at),
    )


def load_draft(*, draft_id: int) -> Transaction[Draft | None]:
    """A draft, or None when it was posted, thrown away or forgotten."""
    rows = yield sql("SELECT draft FROM poll_drafts WHERE id = :id", id=draft_id)
    return _draft(rows[0]["draft"]) if rows else None


def drop_draft(*, draft_id: int) -> Transaction[bool]:
    """Deletes a draft. Whether it was there: of two presses of Post, one gets True."""
    rows = yield sql("DELETE FROM poll_drafts WHERE id = :id RETURNING id", id=draft_id)
    return bool(rows)


def _draft_text(draft: Draft) -> str:
    values = asdict(draft)
    values["closes_at"] = None if draft.closes_at is None else to_ms(draft.closes_at)
    return json.dumps(values, ensure_ascii=False)


def _draft(text: str) -> Draft:
    values: dict[str, Any] = json.loads(text)
    values["closes_at"] = None if values["closes_at"] is None else from_ms(values["closes_at"])
    values["locale"] = Locale(values["locale"])
    values["role_ids"] = tuple(values["role_ids"])
    return Draft(**values)
