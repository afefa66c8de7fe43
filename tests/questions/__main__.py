"""`python -m tests.questions [tuning] [--misses]`: how well questions find their answers.

Reports the questions that the ranking was tuned on and those that were held back, at three levels; with `tuning`, those
alone, as each look at the others makes them worth less. With `--misses`, names every question of `tuning` that was
answered badly; `--peek` does so for `heldout`, which makes it worth less still.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.content import load_pack
from tests.questions.scoring import Judged, judge, page_of, questions, unknown_pages

LEVELS = (8, 4, 0)


def main(options: Sequence[str]) -> None:
    """Print the figures."""
    pack = load_pack()
    for name in ("tuning",) if "tuning" in options else ("tuning", "heldout"):
        asked = questions(name)
        if missing := unknown_pages(pack, asked):
            print(f"{name}.tsv names pages that do not exist: {', '.join(sorted(missing))}")
        for level in LEVELS:
            judged = [judge(pack, question, level) for question in asked]
            print(f"\n{name}, {len(asked)} questions, finished episode {level}")
            print(f"  {'':12} {'asked':>6} {'top':>7} {'in three':>9} {'none':>7} {'wrong, sure':>12} {'opened':>8}")
            for title, group in _groups(judged, whole=level == LEVELS[0]):
                print(f"  {title:12} {_figures(group)}")
            if ("--misses" in options and name == "tuning") or ("--peek" in options and name == "heldout"):
                _misses(judged)


def _groups(judged: Sequence[Judged], *, whole: bool) -> list[tuple[str, list[Judged]]]:
    groups: dict[str, list[Judged]] = {"all": list(judged)}
    for each in judged if whole else ():
        question = each.question
        for title in (question.language, question.length, "with a typo" if question.typo else "without"):
            groups.setdefault(title, []).append(each)
    return list(groups.items())


def _figures(group: Sequence[Judged]) -> str:
    many = len(group)

    def share(count: int) -> str:
        return f"{count / many:.1%}"

    top = sum(each.outcome == "top" for each in group)
    none = sum(each.outcome == "none" for each in group)
    wrong = sum(each.wrong for each in group)
    opened = sum(each.opened for each in group)
    return f"{many:>6} {share(top):>7} {share(many - none):>9} {share(none):>7} {share(wrong):>12} {share(opened):>8}"


def _misses(judged: Sequence[Judged]) -> None:
    for each in judged:
        if each.wrong or each.outcome != "top":
            found = ", ".join(f"{page_of(match.id)} {match.score:.0f}" for match in each.found)
            mark = "WRONG" if each.wrong else each.outcome
            print(f"    {mark:6} {each.question.text!r}: {found or 'nothing'} (right: {' '.join(each.question.right)})")


main(sys.argv[1:])
