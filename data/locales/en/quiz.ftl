# /quiz

quiz-command = Questions about the series that spoil nothing
quiz-me-command = A round for you alone, as far as you’ve watched
quiz-option-length = How many questions; ten when you don’t say
quiz-option-kind = What about; leave empty for everything
quiz-choice-story = the story
quiz-choice-cast = who plays whom
quiz-choice-making = how it was made
quiz-choice-music = its music and dances
quiz-choice-ballet = ballet
quiz-choice-cities = Paris and New York

quiz-kind-story = The story
quiz-kind-cast = Who plays whom
quiz-kind-making = How it was made
quiz-kind-music_and_dance = Music and dances
quiz-kind-ballet = Ballet
quiz-kind-cities = Paris and New York
quiz-head = Question { $number } of { $of } · { $kind }
quiz-right = ✔️ **Right!**
quiz-wrong = ✖️ **Not quite.** It’s **{ $answer }**.
quiz-source = Source: { $names }
quiz-next = Next
quiz-to-the-end = How did I do?
quiz-instead = You’ve set yourself back since, so here is another question.

quiz-score = { $right } of { $of }
quiz-praise-all = Every single one. A standing ovation.
quiz-praise-many = Well danced. What you missed comes back sooner than the rest.
quiz-praise-few = That was rehearsal. What you missed comes back sooner than the rest.
quiz-streak = { $days } days in a row. See you tomorrow?
quiz-read-up = **To read up**
quiz-again = Another round
quiz-opens = { $count ->
    [one] One more question opens once you’ve seen episode { $episode }.
   *[other] { $count } more questions open once you’ve seen episode { $episode }.
}
quiz-untold = You haven’t told me how far you are, so I only ask what spoils nothing: `/progress set` changes that.
quiz-all-seen = { $count ->
    [one] **You’ve answered the one question that I have for you here.** It comes back { $when }.
   *[other] **You’ve answered all { $count } questions that I have for you here.** The next one comes back { $when }.
}
quiz-anyway = Go over them anyway
quiz-none-here = **I have no such question for you yet.** Try another kind, or come back further into the season.
quiz-not-reached = These questions give away episode { $episode }. Tell me with `/progress set` once you’ve seen it, then press again.
quiz-round-gone = That round is over: you’ve begun another one since. `/quiz me` starts afresh.
quiz-evening = Five questions on tonight

# Names of commands and options
quiz-name-quiz = quiz
quiz-name-me = me
quiz-name-length = length
quiz-name-kind = kind
