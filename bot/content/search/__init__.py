"""The search that survives missing accents, typos, whole questions and either language.

An index belongs to one view and knows nothing that the view's reader may not see, so what is filtered cannot be found,
not even by its rank: `words` says what words mean the same, `vocabulary` which words of an index somebody meant, and
`index` which records answer best.
"""

from __future__ import annotations

from bot.content.search.index import Index, Named, listed

__all__ = ["Index", "Named", "listed"]
