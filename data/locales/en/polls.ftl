# Polls: /poll, their cards, sheets and results

poll-command = Polls that keep secrets: the votes’, and the plot’s
poll-preset-command = Ask a ready-made question about the series
poll-preset-name = Which question
poll-arc-command = Ask one question again at every episode
poll-create-command = Ask a question of your own
poll-list-command = See the polls of this server
poll-show-command = Your ballot; and the card again, if it was deleted
poll-results-command = See how a poll stands
poll-edit-command = Add an answer, reword, change the end
poll-close-command = End a poll now
poll-reopen-command = Open a closed poll again
poll-delete-command = Delete a poll and its ballots
poll-export-command = Save the counts as a table (CSV)
poll-option-poll = Which poll
poll-option-closes = When it ends, as you’d say it: friday 9pm, in 3 days

# Numbers and short pieces
poll-percent = { $percent }%
poll-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
poll-ballots = { $count ->
    [0] no ballots yet
    [one] 1 ballot
   *[other] { $count } ballots
}
poll-ballots-none = nobody voted
poll-pair = { $name }: { $said }
poll-and = {" and "}
poll-mine-mark = ✓
poll-episode = Episode { $episode }
poll-spoils = { $episode ->
    [1] spoils episode 1
    [2] spoils episodes 1 and 2
    [8] spoils the whole season
   *[other] spoils episodes 1 to { $episode }
}
poll-everybody = Everybody
poll-newcomers = First time

# The card
poll-neutral = A poll · { $spoils }
poll-neutral-in = A poll in { $channel } · { $spoils }
poll-neutral-about = Only you see the question, the answers and the results, once you’ve seen that far.
poll-arc-about = One ballot for each episode you’ve finished; you only see the results of those.
poll-added = Added later: { $name } · { $when }
poll-frozen = This poll was deleted on { $when }. Its ballots are gone.
poll-most = { $all ->
    [true] as many answers as you like
   *[other] up to { $most } answers
}
poll-roles = only for { $roles }
poll-open-end = no closing time
poll-open-end-long = It stays open until somebody closes it.
poll-closes-at = closes { $when }
poll-closed-at = closed on { $when }
poll-vote = Vote
poll-chosen = ✔ Chosen
poll-my-ballot = My ballot
poll-asks = { $who } asks
poll-badge-arc = 📈 the arc, asked at every episode
poll-badge-anonymous = 🔒 anonymous
poll-badge-named = names shown
poll-badge-gated = for those who have seen { $episode ->
    [1] episode 1
    [2] episodes 1 and 2
    [8] the whole season
   *[other] episodes 1 to { $episode }
}
poll-badge-voted = results once you’ve voted
poll-badge-end = results at the end
poll-counts-from = Counts appear once there are three ballots.
poll-results = Results
poll-share = Share
poll-shared-by = { $name } shares how it stands
poll-share-nothing = There’s nothing yet that everybody here may see.
poll-share-elsewhere = Only the poll’s own channel may see this, as far as its horizon allows. I shared nothing.
poll-share-later = In this channel people may talk about more than you’ve seen. I share an arc only for those who have finished as much.
poll-to-card = Open the poll

poll-secret = Anonymous: neither the author nor a moderator can see who chose what, and counts stay hidden until three have voted.
poll-secret-arc = Anonymous: nobody can see who chose what, or how far anybody is. Counts stay hidden until three have voted.
poll-named = Named: whoever sees the results sees who chose what.
poll-named-gated = Named, but it spoils something: names would tell who has seen that far, so I show none. Counts stay hidden until three have voted.
poll-results-voted = You see the results once you have voted.
poll-results-end = Nobody sees the results before the end, the author included.

poll-hidden-at-the-end = Nobody sees the results before the poll closes.
poll-hidden-after-voting = You see the results once you have voted.
poll-hidden-too-few = Counts stay hidden until three have voted, so that nobody can tell who voted what.
poll-hidden-not-finished = You see an episode’s results once you have finished it.

# What became of a press
poll-recorded = { $episode ->
    [0] Recorded: { $answers }.
   *[other] Recorded for episode { $episode }: { $answers }.
}
poll-changed = { $episode ->
    [0] Changed. Your ballot now says { $answers }.
   *[other] Changed. Your ballot for episode { $episode } now says { $answers }.
}
poll-unchanged = { $episode ->
    [0] Your ballot says { $answers }, as before.
   *[other] Your ballot for episode { $episode } says { $answers }, as before.
}
poll-withdrawn = { $episode ->
    [0] Taken back. You have no ballot here now.
   *[other] Taken back. You have no ballot for episode { $episode } now.
}
poll-nothing-to-take-back = { $episode ->
    [0] You have no ballot here to take back.
   *[other] You have no ballot for episode { $episode } to take back.
}
poll-how-to-change = Press the same answer again to take it back, or another to change.
poll-take-back = Take my ballot back
poll-about-episode = **About episode { $episode }**, as things stand at its end.
poll-episode-voted = You have voted
poll-episode-open = No ballot yet
poll-gate-about = If you have, I’ll note how far you are; only you ever see that.
poll-gate-keeps = If you have, I’ll note how far you are and count your vote. Only you ever see the first.
poll-gate-arc = This question is asked at every episode. Which episode did you finish last?
poll-have-seen = I’ve seen it
poll-never-mind = Never mind
poll-never-minded = Nothing was changed.

# Results
poll-won = { $name } won.
poll-tied = A tie: { $names }.
poll-nobody-voted = Nobody voted.
poll-has-ended = The poll has ended
poll-names-and = { $names } and { $count } more
poll-names-exported = There are too many names to show here; `/poll export` has them all.
poll-names-more = { $count ->
    [one] One more ballot is not listed by name.
   *[other] { $count } more ballots are not listed by name.
}
poll-arc-few = fewer than three ballots so far
poll-arc-of = The arc: { $question }
poll-arc-ballots = { $episodes ->
    [one] { $count } ballots on one episode
   *[other] { $count } ballots over { $episodes } episodes
}
poll-picture-anonymous = anonymous
poll-picture-named = named
poll-picture-several = several choices
poll-picture-fewer = Fewer votes: { $names }.
poll-picture-none = No votes: { $names }.
poll-picture-left-out = Not in the picture: { $names }.
poll-head-all = { $count ->
    [one] { $name }, by the only vote.
   *[other] All { $count } chose { $name }.
}
poll-head-duel = { $over ->
    [true] { $name } won, { $most } to { $other }.
   *[other] { $name } leads, { $most } to { $other }.
}
poll-head-ahead = { $over ->
    [true] { $name } won with { $most } of { $voters }.
   *[other] { $name } leads with { $most } of { $voters }.
}
poll-head-shared = { $count } answers share the lead.
poll-story-level = A tie at every episode so far.
poll-story-at = { $name } leads at episode { $first }.
poll-story-on = { $name } leads from episode { $first } on.
poll-story-two = { $before } at first; { $name } takes over at episode { $episode }.
poll-story-back = { $other } takes over at episode { $lost }; { $name } strikes back at { $again }.
poll-story-many = The lead changes hands { $count } times; after episode { $last } it is { $name }’s.
poll-alt-bars = Bars. { $question } { $said } { $numbers }.
poll-alt-arc = The arc over the episodes. { $question } { $said } { $numbers }.
poll-alt-covered = The result as a picture; the numbers are beside it.

# Writing one
poll-form-title = A question of your own
poll-form-question = Question
poll-form-answers = Answers, one per line
poll-form-answers-about = Two to ten, of 55 characters at most
poll-form-answers-example =
    Jack
    Geneviève
poll-form-most = How many may people choose?
poll-form-most-1 = One
poll-form-most-2 = Up to two
poll-form-most-3 = Up to three
poll-form-most-0 = As many as they like
poll-form-results = Who sees the results, and when?
poll-form-results-live = Everybody, as they come in
poll-form-results-voted = Each member, once they have voted
poll-form-results-end = Everybody, at the end
poll-form-closes = When does it end?
poll-form-closes-about = Leave empty for no end
poll-form-closes-example = friday 9pm · in 3 days · 24 december 20:00

poll-preview = Preview: only you see this
poll-preview-closes = ends on { $when } ({ $left })
poll-ends-now-on = It ends on { $when } ({ $left }).
poll-preview-neutral = That spoils more than may be said openly there: the channel sees only a neutral line and **Vote**.
poll-gate-placeholder = What does it spoil?
poll-gate-choice = { $episode ->
    [0] Spoils nothing
    [1] Spoils episode 1
    [2] Spoils episodes 1 and 2
    [8] Spoils the whole season
   *[other] Spoils episodes 1 to { $episode }
}
poll-roles-placeholder = Who may vote? Everybody, or choose roles
poll-make-named = Make it named
poll-make-anonymous = Make it anonymous
poll-post = Post
poll-edit = Edit
poll-cancel = Cancel
poll-posted = Posted in { $channel }.
poll-posted-again = Here it is again.
poll-draft-dropped = Discarded. Nothing was posted.
poll-posted-later = Your poll is open, but Discord is not taking its card right now. I’ll post it in { $channel } as soon as it does; nothing is lost.
poll-not-posted-again = Discord didn’t take the card just now, so it may not be in { $channel } yet. Look there in a minute; use `/poll show` again if it’s missing.
poll-cannot-post = I can’t write in { $channel }. Give me View Channel, Send Messages and Attach Files there, then use `/poll show`: I kept the poll.

# Looking after one
poll-add = Add an answer
poll-add-label = The new answer
poll-added-done = Added: **{ $answer }**. The card says since when.
poll-reword = Reword
poll-reworded = Reworded. It now asks:
poll-move-end = Change the end
poll-close = Close now
poll-closing = Closed. The result is on its way to { $channel }.
poll-reopen = Open again
poll-reopened = Open again, with the ballots it had: { $until }.
poll-export = Export
poll-exported = The counts, as far as you may see them.
poll-delete = Delete
poll-delete-ask = Delete…
poll-delete-sure = Delete this poll? I can’t bring its ballots and counts back. The card stays, and says that it was deleted.
poll-deleted = This poll is deleted.
poll-list = Polls
poll-list-none = There are none yet. `/poll preset` has questions ready; `/poll create` takes yours.
poll-list-about = { $open } open · { $closed } closed
poll-no-card = its card is gone; `/poll show` posts it again
poll-choice-open = open
poll-choice-closed = closed

poll-csv-answer = answer
poll-csv-votes = votes
poll-csv-share = share
poll-csv-voters = voters
poll-csv-ballots = ballots
poll-csv-episode = episode
poll-csv-who = who
poll-csv-all = everybody
poll-csv-newcomers = first time
poll-csv-returning = knowing what comes

poll-log-closed = { $who } closed a poll · { $card }
poll-log-reopened = { $who } opened a poll again · { $card }
poll-log-deleted = { $who } deleted a poll · { $card }
poll-log-added = { $who } added an answer to a poll · { $card }

# What cannot be
poll-not-reached = This poll spoils { $episode ->
    [1] episode 1
    [2] episodes 1 and 2
    [8] all eight episodes
   *[other] episodes 1 to { $episode }
}. Have you seen that far?
poll-gone = I don’t know this poll any more.
poll-was-deleted = This poll was deleted.
poll-elsewhere = This poll belongs to another server.
poll-closed-to-votes = This poll has closed, so this vote wasn’t counted; your earlier one still is.
poll-closed-to-changes = This poll has closed. Open it again first.
poll-closed-already = This poll has closed already.
poll-open-already = This poll is open already.
poll-other-roles = Only certain roles may vote here, and you have none of them. The card says which.
poll-episode-not-reached = You can only vote on episodes that you’ve finished. `/progress set` tells me how far you are.
poll-too-many = { $most ->
    [one] You can choose only one answer here.
   *[other] You can choose { $most } answers here at most: take one back first.
}
poll-no-such-answer = This poll has no such answer.
poll-not-yours = Only the author, host roles and members with Manage Server can do that.
poll-hosts-only = On this server, polls are posted by { $roles }.
poll-choose-one = Choose one of the suggested polls.
poll-no-such-preset = Choose one of the suggested questions. Some appear only once you have seen far enough.
poll-not-an-arc = This question cannot be asked at every episode.
poll-arc-fixed = The question of an arc cannot be reworded.
poll-draft-gone = This draft is gone: it was posted, discarded, or left for two days.
poll-no-question = A poll needs a question.
poll-question-long = The question may have at most { $most } characters.
poll-no-answer = The answer is empty.
poll-answer-count = A poll takes { $fewest } to { $most } answers, one per line. You gave { $count }.
poll-answer-long = An answer may have at most { $most } characters; one of yours has { $count }.
poll-answer-twice = Two answers are the same.
poll-full = A poll takes { $most } answers, and this one has that many already.
poll-has-ballots = Somebody has voted already, so the words must stay. You can add an answer, or close this poll and ask again.
poll-gate-too-low = This question spoils episode { $lowest }, so it cannot be asked before.
poll-closes-in-past = That end has already passed.
poll-closes-too-late = A poll ends within a year, or stays open.
poll-key-differs = Nobody can vote in anonymous polls at the moment: the key that keeps them anonymous is not the one they began with. Whoever runs me has to put it back.

# For the operator, at start
poll-key-missing = With a database server the ballot key must be given: set ETOILE_BALLOT_KEY to a secret of 32 characters or more, the same for every process, and keep it. Without it anonymous ballots cannot be told apart.
poll-key-short = ETOILE_BALLOT_KEY is too short: it takes { $least } bytes or more.
poll-key-unreadable = The ballot key in { $path } cannot be read or made.
poll-log-given-up = The poll by { $author } in { $channel } has ended, but I couldn’t post its result, however often I tried. `/poll results` still shows it.
poll-author-forgotten = somebody

# Names of commands and options
poll-name-poll = poll
poll-name-preset = preset
poll-name-arc = arc
poll-name-create = create
poll-name-list = list
poll-name-show = show
poll-name-results = results
poll-name-edit = edit
poll-name-close = close
poll-name-reopen = reopen
poll-name-delete = delete
poll-name-export = export
poll-name-name = name
poll-name-closes = closes

# What members' words spoil
poll-neutral-gone = A poll
poll-ended-about = Only you see the question and the result, once you’ve seen that far.
poll-moderators-only = Only moderators can say what a posted poll spoils.
poll-log-gated = { $who } said what a poll spoils · { $card }
poll-post-spoiling = Post as { $episode ->
    [1] spoiling episode 1
    [2] spoiling 1 and 2
    [8] spoiling the season
   *[other] spoiling 1 to { $episode }
}
poll-preview-spoken = This reads as if it spoiled episode { $episode }. Should only those who have seen it be able to read it?
poll-preview-cleared = It reads as if it spoiled episode { $episode }; you say it gives nothing away. The moderators see that in their log.
poll-clear = It gives nothing away
poll-log-cleared = { $who } says that a poll gives nothing away, though it reads like episode { $episode } · { $card }
