# /quiz

quiz-command = Questions about the series that spoil nothing
quiz-me-command = A round just for you, as far as you’ve watched
quiz-option-length = How many questions; leave empty for ten
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
quiz-instead = You’ve set your progress back since, so here is another question.

quiz-score = { $right } of { $of }
quiz-praise-all = Every single one. A standing ovation.
quiz-praise-many = Well danced. What you missed will come back sooner than the rest.
quiz-praise-few = That was rehearsal. What you missed will come back sooner than the rest.
quiz-streak = { $days } days in a row. See you tomorrow?
quiz-read-up = **To read up**
quiz-again = Another round
quiz-opens = { $count ->
    [one] One more question opens once you’ve seen episode { $episode }.
   *[other] { $count } more questions of all kinds open once you’ve seen episode { $episode }.
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
quiz-evening = Five questions about tonight

quiz-night-command = A quiz for this channel, now or later
quiz-stop-command = End the quiz of this channel
quiz-option-when = When it starts, as you’d say it; leave empty for now
quiz-option-seconds = How many seconds for each question; leave empty for 20
quiz-option-level = Up to which episode; leave empty for as far as the channel
quiz-option-speed = Points for being quick; leave empty for yes
quiz-option-sides = New York against Paris: by choice or by ballot; leave empty for no sides
quiz-choice-sides-chosen = as each one chooses
quiz-choice-sides-poll = as they voted in the poll New York or Paris
quiz-option-channel = Where; leave empty for here

quiz-night-title = Quiz night
quiz-night-starts = It starts { $when }, { $soon }.
quiz-night-length = { $count } questions, { $seconds } seconds each
quiz-night-level = { $episode ->
    [0] spoils nothing
    [1] spoils episode 1
   *[other] spoils episodes 1 to { $episode }
}
quiz-night-quick = 100 points for a right answer, up to 50 more for a quick one
quiz-night-slow = 100 points for a right answer, however long it took
quiz-night-cities = New York against Paris
quiz-night-cities-poll = New York against Paris, by the poll
quiz-night-begins = The first question is on its way to { $channel }. Under **For the host** you can pause, skip and stop.
quiz-night-planned = Planned. I’ll announce it in { $channel }. `/quiz stop` there calls it off.
quiz-come = Remind me
quiz-calendar = Calendar
quiz-guests = { $count ->
    [one] One is coming
   *[other] { $count } are coming
}
quiz-coming = I’ll ping you here five minutes before it begins. Press again and I won’t.
quiz-not-coming = I won’t ping you for it.
quiz-call = Quiz night { $soon }: { $who }
quiz-calendar-here = For your calendar:
quiz-calendar-text = A quiz night. { $link }
quiz-night-begun = That quiz has begun already.
quiz-night-past = That moment has already passed. Leave `when` empty to begin now.
quiz-night-far = That is too far ahead: at most 60 days.
quiz-night-running = There is a quiz on in that channel already. `/quiz stop` ends it.
quiz-night-nothing = I have no question of that kind at that level. Choose another kind, or a higher level.
quiz-hosts-only = On this server only { $roles } can begin a quiz.
quiz-night-none = There is no quiz in this channel.
quiz-night-gone = That quiz is no longer there.
quiz-night-over = That quiz is over.
quiz-night-stopped = Stopped. The result comes in a moment.
quiz-not-host = Only the host, and whoever looks after this server, can do that.
quiz-nothing-to-skip = There is no question on right now.
quiz-night-not-reached = { $episode ->
    [1] This question spoils episode 1. Tell me with `/progress set` once you’ve seen it, and play along.
   *[other] This question spoils episodes 1 to { $episode }. Tell me with `/progress set` once you’ve seen them, and play along.
}
quiz-time-is-up = Time’s up for that question. Be quick with the next one!

quiz-night-gated = Question { $number } · { $episode ->
    [1] spoils episode 1
   *[other] spoils episodes 1 to { $episode }
}
quiz-show-question = Show me the question
quiz-show-answer = Show me the answer
quiz-answered = { $count ->
    [0] Nobody has answered yet
    [one] One has answered
   *[other] { $count } have answered
}
quiz-until = time’s up { $when }
quiz-answer-is = ✔️ It’s **{ $answer }**.
quiz-had = { $answered ->
    [0] Nobody answered.
   *[other] { $had } of { $answered } got it right.
}
quiz-skipped = Skipped: no points for this one.
quiz-paused = Paused by the host.
quiz-place = { $place } { $name } · **{ $points }**
quiz-picked-recorded = Recorded: **{ $answer }**. You can change it until time’s up.
quiz-picked-changed = Changed: your answer is **{ $answer }** now.
quiz-picked-unchanged = That’s your answer already: **{ $answer }**.
quiz-nth = answer { $number }
quiz-which-city = Which side do you dance for?
quiz-city-new-york = New York
quiz-city-paris = Paris
quiz-city-chosen = You dance for { $city } tonight.
quiz-city-voted = You dance for { $city } tonight, as you voted.
quiz-city-secret = Your ballot says { $city }. It stays secret; the side that you choose here is seen.
quiz-no-poll = No poll here asks “New York or Paris”. Ask it first with `/poll arc`, or let each player choose.
quiz-host = For the host
quiz-host-about = **For the host.** It goes on by itself, even without you.
quiz-pause = Pause after this question
quiz-resume = Go on
quiz-skip = Skip this question
quiz-stop = Stop

quiz-end-title = Curtain
quiz-end-nobody = Nobody answered this time.
quiz-end-never-begun = This quiz never began.
quiz-end-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
quiz-cities-end = { $won ->
    [draw] New York { $newyork }, Paris { $paris }: a draw, counted per head.
    [new-york] **New York { $newyork }**, Paris { $paris }, counted per head.
   *[paris] **Paris { $paris }**, New York { $newyork }, counted per head.
}
quiz-hardest = The hardest
quiz-hard = { $question } ({ $right } of { $answered })
quiz-hard-unnamed = Question { $number }
quiz-end-unnamed = { $count ->
    [one] One played, and has { $points } points. Playing means having seen that far, so I name nobody here.
   *[other] { $count } played, and the best has { $points } points. Playing means having seen that far, so I name nobody here.
}
quiz-end-mine = How did I do?
quiz-mine = You have { $points } points: place { $place } of { $players }.
quiz-alone = Play on alone
quiz-somebody = Somebody
quiz-podium = The podium
quiz-podium-foot = { $players ->
    [one] One player
   *[other] { $players } players
} · { $questions ->
    [one] one question
   *[other] { $questions } questions
}
quiz-podium-alt = The podium of the quiz; names and points are in the message, too.
quiz-log-lost = The quiz in { $channel } has ended: I can’t write there any more. Start another one where I can.

# The question of the day

quiz-daily-command = A question every day; leave the time empty to see those there are
quiz-option-time = The time of day, for example 18:00
quiz-daily-title = Question of the day
quiz-daily-begins = From now on I ask a question every day, and give the answer to the one before. Everybody has a day to answer.
quiz-daily-none = No channel of this server has one. `/quiz daily time: 18:00` starts one here.
quiz-daily-line = { $channel } · every day at { $time } ({ $zone }) · the next one { $when }
quiz-daily-no-time = Tell me at what time of day to ask it, for example `18:00`.
quiz-daily-too-many = { $most } channels of this server have one already. `/quiz daily` shows them; stop one first.
quiz-daily-there = That channel has a question of the day already. Whoever began it, and whoever looks after this server, can change it.
quiz-daily-gone = That question of the day has been stopped.
quiz-daily-stopped = Stopped: no more questions of the day in { $channel }. The last answer is shown there.
quiz-daily-farewell = Nobody has answered the question of the day for two weeks, so I’ll stop asking. `/quiz daily` starts it again.
quiz-daily-head = Question of the day · { $kind }
quiz-daily-gated = Question of the day · { $episode ->
    [1] spoils episode 1
   *[other] spoils episodes 1 to { $episode }
}
quiz-daily-until = the answer comes { $when }
quiz-daily-yesterday = The previous question
quiz-daily-recorded = Recorded: **{ $answer }**. You can change it until the answer comes, with the next question.
quiz-log-daily-lost = The question of the day in { $channel } has ended: I can’t write there any more. Start it again where I can.

# Tables

quiz-table-command = The quiz table of this server: who has how many points
quiz-table-title = Quiz table
quiz-span-season = { $quarter ->
    [1] January to March { $year }
    [2] April to June { $year }
    [3] July to September { $year }
   *[4] October to December { $year }
}
quiz-span-ever = everything ever played here
quiz-table-sheet = { $sheet } of { $sheets }
quiz-table-row = { $place } { $name } · **{ $points }** · { $right } of { $answered } right
quiz-table-empty = Nobody is on it yet. A quiz night or the question of the day brings the first points: `/quiz night`, `/quiz daily`.
quiz-table-you = Your place: **{ $place }** of { $players }, with { $points ->
    [one] one point
   *[other] { $points } points
}.
quiz-table-not-you = You’re not on it yet.
quiz-table-unnamed = The others see “Somebody” in your place.
quiz-table-sides = Nights won: { $sides }
quiz-table-season = This season
quiz-table-ever = All time
quiz-unname-me = Don’t name me
quiz-show-my-name = Name me again

# A server’s own questions

quiz-write-command = This server’s own questions, for its hosts
quiz-kind-own = From this server
quiz-own-source = Written on this server
quiz-own-title = This server’s own questions
quiz-own-about = { $count ->
    [0] None yet. I ask what you write only here, on quiz nights, as the question of the day and in `/quiz me`, and only of those who have watched that far.
    [one] One question. I ask it only here, and only of those who have watched that far.
   *[other] { $count } questions. I ask them only here, and only of those who have watched that far.
}
quiz-own-write = Write a question
quiz-own-form = A question for the quiz
quiz-own-label-question = The question
quiz-own-label-right = The right answer
quiz-own-label-wrong = Three wrong answers, one on each line
quiz-own-label-explanation = What it teaches (optional)
quiz-own-label-said = What does it spoil?
quiz-own-said-hint = Question, answers and explanation together
quiz-own-spoils = { $episode ->
    [0] spoils nothing
    [1] spoils episode 1
   *[other] spoils episodes 1 to { $episode }
}
quiz-own-off = switched off
quiz-own-hidden = You can read it once you’ve seen episode { $episode }.
quiz-own-raised = Words in it point to episode { $episode }, so I ask it only of those who have seen that one.
quiz-own-open = { $episode ->
    [0] It spoils nothing
    [1] It spoils episode 1 only
   *[other] It spoils episodes 1 to { $episode } only
}
quiz-own-edit = Edit
quiz-own-switch-off = Switch off
quiz-own-switch-on = Switch on
quiz-own-remove = Delete
quiz-own-hosts-only = On this server only { $roles } can write questions.
quiz-own-not-yours = Only the person who wrote that question, and whoever looks after this server, can change it.
quiz-own-gone = That question has been deleted.
quiz-own-too-many = A server can have { $most } questions. Delete one first.
quiz-own-empty = A question needs a text and a right answer.
quiz-own-three = I need three wrong answers, one on each line; I see { $count }.
quiz-own-long = An answer has to fit on a button: at most { $most } characters.
quiz-own-same = The four answers must differ.
quiz-own-handed-back = { $why } This is what you typed:
    { $written }
quiz-own-logged-added = { $who } wrote a quiz question (episode { $episode }).
quiz-own-logged-reworded = { $who } changed a quiz question (episode { $episode }).
quiz-own-logged-opened = { $who } said that a quiz question spoils no more than episode { $episode }.
quiz-own-logged-removed = { $who } deleted a quiz question (episode { $episode }).
quiz-taken-back = Question { $number } was deleted by its author.

# Names of commands and options
quiz-name-quiz = quiz
quiz-name-me = me
quiz-name-length = length
quiz-name-kind = kind
quiz-name-night = night
quiz-name-stop = stop
quiz-name-when = when
quiz-name-questions = questions
quiz-name-seconds = seconds
quiz-name-level = level
quiz-name-speed = speed
quiz-name-sides = sides
quiz-name-channel = channel
quiz-name-daily = daily
quiz-name-time = time
quiz-name-table = table
quiz-name-write = write
