# /recap

recaps-command = What happened, up to where you are
recaps-episode-command = One episode, as short or long as you like
recaps-episode-number = 1 to 8
recaps-episode-length = Leave empty for one minute
recaps-upto-command = Previously on Étoile: the story so far
recaps-upto-episode = Up to which episode; leave empty for where you are
recaps-season-command = The whole season, episode by episode
recaps-season-length = Leave empty for a line each
recaps-who-command = One character’s story so far
recaps-who-character = Somebody you have met
recaps-catchup-command = What everyone was talking about while you caught up
recaps-choice-line = one line
recaps-choice-minute = one minute
recaps-choice-full = full
recaps-choice-beats = beat by beat

recaps-head-episode = Recap · episode { $episode }
recaps-head-upto = { $episode ->
    [1] Previously on Étoile · after episode 1
   *[other] Previously on Étoile · after episode { $episode }
}
recaps-head-season = { $episode ->
    [8] Recap · the whole season
   *[other] Recap · the season up to episode { $episode }
}
recaps-head-who = Recap · one character’s story
recaps-head-catchup = Recap · catching up
recaps-spoils = { $episode ->
    [1] spoils episode 1
    [2] spoils episodes 1 and 2
   *[other] spoils episodes 1 to { $episode }
}
recaps-sheet = page { $sheet } of { $sheets }

recaps-previously = Previously on *Étoile*
recaps-season = The season
recaps-missed = What everyone was talking about
recaps-episode = Episode { $episode }
recaps-episode-titled = Episode { $episode } · “{ $title }”
recaps-disputed = About the sources:
recaps-dance = The dance of this episode:
recaps-works = Works and music:
recaps-sources = Based on { $names }
recaps-more-sources = and { $count ->
    [one] one more
   *[other] { $count } more
}

recaps-length-line = One line
recaps-length-minute = One minute
recaps-length-full = Full
recaps-length-beats = Beat by beat
recaps-other-language = Français
recaps-share = Share
recaps-share-which = **Up to which episode?** Everybody here will read that number; it doesn’t have to be where you are.
recaps-share-up-to = Choose an episode
recaps-up-to = { $episode ->
    [1] Episode 1
    [2] Episodes 1 and 2
   *[other] Episodes 1 to { $episode }
}
recaps-up-to-open = may be read openly here
recaps-up-to-covered = I cover it here
recaps-shared = Shared.
recaps-mine = Show me what I may see
recaps-rest = { $episode ->
   *[other] The rest (spoils episodes 1 to { $episode })
}
recaps-before = ◀ Ep. { $episode }
recaps-after = Ep. { $episode } ▶
recaps-recap = Recap
recaps-recap-of = Recap of episode { $episode }
recaps-page = Works and places

recaps-would-spoil = { $episode ->
    [1] This would spoil episode 1.
    [2] This would spoil episodes 1 and 2.
   *[other] This would spoil episodes 1 to { $episode }.
}
recaps-seen = { $episode ->
    [8] I’ve seen it all
   *[other] I’ve seen { $episode }
}
recaps-anyway = Show anyway
recaps-instead = Up to { $episode } instead
recaps-here = { $episode ->
    [0] You haven’t started.
    [1] You’ve seen episode 1.
    [2] You’ve seen episodes 1 and 2.
   *[other] You’ve seen episodes 1 to { $episode }.
}
recaps-kept = Then I’ll keep it to myself.
recaps-ask = I tell the story up to where you are, so I need to know that first.

recaps-declined = Fine, I won’t note it. Name an episode instead: `/recap upto episode:3` tells the story up to there.
recaps-nothing-yet = Nothing has happened yet: there is no story before episode 1. Enjoy it!
recaps-nothing-of-them = Up to here, I have no story of theirs to tell.
recaps-nothing-missed = { $episode ->
    [0] You haven’t missed anything: you haven’t started yet.
   *[other] You haven’t missed anything: there is no episode between where you were and where you are. `/recap upto` tells the whole story so far.
}
recaps-missing = I don’t know anybody by that name.
recaps-missing-near = I don’t know anybody by that name. Did you mean:
recaps-shared-by = { $name } shares this
recaps-nothing-to-share = There’s nothing here that I can share for you.
recaps-gone = That recap no longer exists. Ask again with `/recap`.

# Names of commands and options
recaps-name-recap = recap
recaps-name-episode = episode
recaps-name-upto = upto
recaps-name-season = season
recaps-name-who = who
recaps-name-catchup = catchup
recaps-name-number = number
recaps-name-length = length
recaps-name-character = character
