"""Questions as fans ask them, with the pages that answer them: how well the search finds what is meant.

`tuning.tsv` may be looked at while the ranking is changed; `heldout.tsv` is only measured by. Both were written from
what is known of the series, without a look at the pack's words; what was looked at moves to `tuning.tsv`. A line says:
the question, its language, the episode from which on the answer may be known (the level of its page counts too), every
page that answers it ("unknown": none does, and no page may be opened as if it did; "help": any on the bot itself), and
whether it holds a typing error.
"""
