# /mydata

mydata-command = What I keep about you: see it, save it, or have it deleted
mydata-show-command = See everything I keep about you, on every server
mydata-export-command = Save it as a file (JSON)
mydata-delete-command = Delete all of it, at once

mydata-title = What I keep about you
mydata-none = Nothing. I keep nothing about you.
mydata-essence = I keep what you tell me by clicking and typing: how far you are, your time zone, when to remind you, your answers to parties, polls and the quiz, and what you host. Nothing of your messages, and nobody else sees it except where you showed it yourself. `/mydata delete` removes all of it; and a month after I leave a server, whatever belonged to that server goes too.
mydata-sheet = Page { $sheet } of { $sheets }
mydata-take = Save as a file
mydata-ask = Delete all of it…
mydata-server = { $name }
mydata-server-unknown = a server that I am not on ({ $id })

mydata-progress = How far you are
mydata-progress-line = { $episode ->
    [0] You have not started
    [1] Episode 1
    [8] All eight episodes
   *[other] Episodes 1 to { $episode }
} (noted { $when })
mydata-progress-none = Not told, or kept to yourself (since { $when })
mydata-before = Before that: { $episode ->
    [0] nothing
    [1] episode 1
   *[other] episodes 1 to { $episode }
}. I keep it so that you can undo.
mydata-zone = Your time zone
mydata-zone-line = { $zone } (noted { $when })
mydata-reminders = Reminders
mydata-reminders-line = { $times } · { $direct ->
    [1] by direct message
   *[other] where the party is
}
mydata-reminders-quiet = Quiet from { $from } to { $to }
mydata-reminders-language = Direct messages in the language you used when you chose this: { $language }
mydata-answers = Parties you answered
mydata-answer-line = { $when } · { $server } · { $episodes } · { $answer ->
    [going] you’re going
    [late] you’re going, but late
    [maybe] maybe
   *[other] you can’t make it
}{ $place ->
    [seat] , with a seat
    [offer] , a seat is held for you
    [line] , you’re on the waitlist
   *[none] { "" }
}
mydata-hosted = Parties you host
mydata-hosted-line = { $when } · { $server } · { $episodes } · { $part ->
    [host] host
   *[other] co-host
}
mydata-episodes = { $first ->
    [one] episode { $first }
   *[other] episode { $first }
}
mydata-episodes-range = episodes { $first } to { $last }
mydata-series = Series you host
mydata-series-line = { $server } · from { $day }, { $time } ({ $zone })
mydata-regular = Series whose every evening you’re coming to
mydata-edits = Changes to parties that you have not confirmed
mydata-edits-line = { $count ->
    [one] One change
   *[other] { $count } changes
}; each is deleted after a day
mydata-polls = Polls you created
mydata-poll-line = { $server } · { $question }
mydata-notes = Notes you wrote for a server
mydata-note-line = { $server } · { $written }
mydata-question-hidden = a question about an episode you haven’t reached
mydata-votes = Your ballots
mydata-vote-line = { $server } · { $question } · { $chosen }
mydata-vote-anonymous = anonymous
mydata-vote-hidden = I’m holding back what you chose until you reach it
mydata-vote-arc = ballots at { $count ->
    [one] one episode
   *[other] { $count } episodes
}
mydata-votes-lost = Ballots of anonymous polls cannot be found at the moment, because the key that hides them is not the right one. Tell whoever runs me.
mydata-drafts = Unfinished polls
mydata-drafts-line = { $count ->
    [one] One draft
   *[other] { $count } drafts
}; each is deleted after two days
mydata-imports = Imports waiting for you
mydata-imports-line = { $count ->
    [one] One file
   *[other] { $count } files
}; each is deleted after a day
mydata-flags = Messages that you judged
mydata-flags-line = { $count ->
    [one] One message that you said does or does not spoil
   *[other] { $count } messages that you said do or do not spoil
}; each is deleted after thirty days, and nobody else learns of it
mydata-quiz = Quiz
mydata-quiz-line = { $count ->
    [one] One question answered
   *[other] { $count } questions answered
} · { $days ->
    [one] on one day
   *[other] on { $days } days in a row
}. The file says which ones, and when.
mydata-quiz-begun = A round begun, no question answered yet
mydata-quiz-nights = Quiz nights: { $played } played, { $hosted } hosted
mydata-quiz-dailies = Questions of the day: { $answered } answered, { $begun } begun
mydata-quiz-reminders = { $count ->
    [one] Coming to one quiz night
   *[other] Coming to { $count } quiz nights
}
mydata-quiz-points = On the table of { $server }: { $points ->
    [one] one point
   *[other] { $points } points
}
mydata-quiz-unnamed = Not named in tables and on podiums
mydata-quiz-written = A question of your own: { $question }
mydata-times = Times for parties
mydata-times-line = Searches for a time: you ticked in { $ticked }, you started { $asked }
mydata-clubs = Clubs
mydata-clubs-line = Hosted: { $count } · nudged two days before: { $nudged } · named at the end of the season: { $named }
mydata-veils = Veiled messages
mydata-veil-line = { $when } · { $server } · { $part ->
    [author] you wrote it
   *[other] you veiled it
} (only who and where; the text is Discord’s)
mydata-shares = Answers you shared
mydata-shares-line = { $count ->
    [one] One post of mine
   *[other] { $count } posts of mine
}: where it is, so that you can cover or remove it

mydata-exported = Everything that I keep about you. Only you see this file.
mydata-delete-title = Delete everything?
mydata-delete-what = **Goes at once:** your progress, time zone and reminders; your seats and answers; your ballots, anonymous ones too; drafts; your name on polls, parties, series and veils.
mydata-delete-stays = **Stays, without your name:** polls and parties that others take part in, with the words you gave them, and the counts of closed polls. A party of yours goes to a co-host; without one, moderators look after it, and a series stops there.
mydata-delete-known = I’ll know nothing about you then, and ask again how far you are. It can’t be undone: save your file first if you may want it.
mydata-delete-yes = Delete everything
mydata-delete-no = Keep it
mydata-kept = Nothing was changed.
mydata-deleted = Done. I keep nothing about you any more, on any server.
mydata-deleted-ballots = { $count ->
    [0] { "" }
    [one] Your ballot in one poll is gone.
   *[other] Your ballots in { $count } polls are gone.
}
mydata-deleted-incomplete = One thing is left: ballots in anonymous polls. The key that finds them is not the right one at the moment. Tell whoever runs me, and use `/mydata delete` again once it is back.

# Names of commands and options
mydata-name-mydata = mydata
mydata-name-show = show
mydata-name-export = export
mydata-name-delete = delete
