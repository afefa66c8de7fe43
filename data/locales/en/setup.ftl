# /etoile-admin setup, status, export, import, and the hello on joining a server

setup-command = Set me up for this server, step by step
setup-status-command = How I’m doing here: reminders, permissions, version
setup-export-command = Save this server’s settings, polls (counts) and parties as one file
setup-import-command = Import such a file; first you see what it would change
setup-import-file = The JSON file from /etoile-admin export

setup-title = Set-up
setup-intro = Each choice is saved at once; leave whenever you like.
setup-begin = One by one
setup-usual = Use the usual settings
setup-usual-what = The usual: { $zone } time, cards in { $channel }, everybody may host.
setup-usual-zone = The usual: { $zone } time, everybody may host.
setup-proposed = **By their names**, people may talk openly here about:
setup-proposed-set = Set them
setup-next = Next ▶
setup-overview = Overview
setup-go = Go to…
setup-step = Set-up · { $step } of { $steps }
setup-saved = Already saved. You can close this at any time.
setup-not-chosen = not chosen yet

setup-language-title = Language
setup-language-text = The language in which I post for everybody here. Private answers come in each member’s own.
setup-language-follow = The server’s Discord language
setup-language-en = English
setup-language-fr = Français

setup-zone-title = Time zone
setup-zone-text = What “friday 9pm” means when somebody hasn’t told me their own time zone. Cards show everybody their own time anyway.
setup-zone-choose = A city
setup-zone-none = None
setup-zone-other = Another city…
setup-zone-which = I don’t know that exact name. Is it one of these?
setup-zone-now = **{ $zone }** · it is { $time } there now.
setup-city-title = The server’s time zone
setup-city-label = A large city
setup-city-example = Paris, Montréal, New York…
setup-city-unknown = I don’t know that city. Type a larger one in the same time zone, for example `Lyon`, `Montréal` or `Chicago`.

setup-channels-title = Channels
setup-channels-text = Where I post parties and polls when nobody names a channel.
setup-channels-none = wherever they are made
setup-channels-parties = **Watch parties**
setup-channels-polls = **Polls**
setup-place-none = None chosen

setup-hosts-title = Who may host
setup-hosts-text = Members with one of these roles may make parties and polls. Choose none, and everybody may.
setup-hosts-all = Everybody

setup-spoilers-title = Spoilers
setup-spoilers-text = How far people may talk openly, wherever nothing else is set. `/etoile-admin horizon` opens individual channels further.
setup-titles-text = **Episode titles** give things away too.
setup-titles-hidden = titles hidden until reached
setup-titles-shown = titles shown to everybody

setup-log-title = Moderators’ log
setup-log-text = A channel that only moderators read. I note there who moved a horizon, veiled a message, closed or deleted a poll, called off a party or imported a file; what members report arrives there too.
setup-log-none = none
setup-log-public = ⚠ **Everybody can read { $channel }.** What members report arrives there with their names, and may spoil: choose a channel that only moderators see.

setup-news-title = News of the series
setup-news-text = If what is known of the series changes, I can tell this server: one message, no ping.
setup-news-where = I’ll post it in { $channel }.
setup-news-nowhere = For that I need a channel: choose one for parties or for polls on the page **Channels**.
setup-news-yes = Yes, tell this server
setup-news-no = No
setup-news-on = I’ll announce them here
setup-news-waits = on, but there is no channel to post in yet
setup-news-off = off

setup-check-title = Check
setup-check-all-fine = I have everything I need.
setup-check-look = Without these, some of what I do fails. Give me what is missing: for the server under Roles in its settings, for a channel under Permissions in the channel’s.
setup-check-fine = all in order
setup-check-not-fine = { $count ->
    [0] something needs a look
    [one] one permission is missing
   *[other] { $count } permissions are missing
}
setup-check-server = the server as a whole
setup-check-parties = parties
setup-check-polls = polls
setup-check-log = log
setup-check-gone = this channel is gone, or hidden from me
setup-check-public = everybody can read this log
setup-check-missing = { $count ->
    [one] { $names } is missing
   *[other] missing: { $names }
}
setup-check-what-for = What they are for:
setup-check-again = Check again
setup-grant = Grant them for the server
setup-test = Post a test card
setup-test-title = Only a test
setup-test-question = New York or Paris?
setup-test-who = { $who } wants to see how cards look here
setup-test-remove = Take it down
setup-tested = { $channel } · posted: [see it]({ $link })
setup-test-unsure = Discord didn’t say whether the test card is in { $channel }. Have a look there.
setup-test-refused = I’m not allowed to post in { $channel }.

setup-status-title = How I’m doing here
setup-status-fine = All in order.
setup-status-not-fine = Something needs a look.
setup-status-no-zone = **No time zone yet** · “friday 9pm” only means something to those who have told me theirs.
setup-status-no-channel = **No channel yet** · parties and polls are posted wherever somebody makes them.
setup-status-sent = **Last sent for a party** · { $when }
setup-status-never = nothing yet
setup-status-waiting = **Waiting for its time** · { $count ->
    [0] nothing
    [one] one thing
   *[other] { $count } things
}
setup-status-overdue = ⚠ **Overdue** · { $count ->
    [one] one thing
   *[other] { $count } things
}. A few seconds are normal; if it lasts, tell whoever runs me.
setup-status-pack = What I know was last checked on { $date } (version { $number })
setup-status-latency = { $ms } ms to Discord

setup-hello-title = Bonsoir! I’m Étoile.
setup-hello-text = I keep the communities of the series company: facts with their sources, recaps as short as you like, watch parties in everybody’s time zone, and polls for the eternal argument. I never tell anybody more than they’ve watched.
setup-hello-how = Everybody: `/etoile help`, `/progress set`. Moderators: `/etoile-admin setup` takes two minutes.
setup-hello-begin = Set me up

setup-news-headline = The series: { $headline }
setup-news-posted = This server asked to hear when this changes.
setup-news-more = Where the series stands

transfer-exported = Settings, { $polls ->
    [0] no polls
    [one] one poll
   *[other] { $polls } polls
} (counts only) and { $parties ->
    [0] no parties
    [one] one party
   *[other] { $parties } parties
}. The questions of polls may spoil you, so open it with care.
transfer-too-large = That file is larger than { $megabytes } MB: it isn’t one of my exports.
transfer-not-read = Discord didn’t give me that file. Try again.
transfer-refused-title = I changed nothing
transfer-refused = { $count ->
    [one] One thing in that file is not as it should be:
   *[other] { $count } things in that file are not as they should be:
}
transfer-more = and { $count } more
transfer-problem-missing = `{ $place }` is missing
transfer-problem-unknown = I don’t know `{ $place }`
transfer-problem-wrong = `{ $place }` is not valid
transfer-problem-unreadable = it is not JSON
transfer-problem-version = it was written by another version of me
transfer-problem-large = it is too large
transfer-plan-title = What this file would change
transfer-plan-nothing = Nothing: everything in it is here already.
transfer-plan-setting = { $field }: { $before } → { $now }
transfer-plan-horizon = { $episode ->
    [0] horizon of { $channel }: none of the plot
    [1] horizon of { $channel }: episode 1
    [8] horizon of { $channel }: the whole season
   *[other] horizon of { $channel }: episodes 1 to { $episode }
}
transfer-plan-horizons = { $count ->
    [one] One channel’s horizon
   *[other] Horizons of { $count } channels
}
transfer-plan-polls = { $count ->
    [one] One poll, closed, with its counts
   *[other] { $count } polls, closed, with their counts
}
transfer-plan-series = { $count ->
    [one] One series of parties
   *[other] { $count } series of parties
}
transfer-plan-ahead = { $count ->
    [one] One party ahead: it gets a new card (in this channel, if its own doesn’t exist here), and starts without answers
   *[other] { $count } parties ahead: they get new cards (in this channel, if their own doesn’t exist here), and start without answers
}
transfer-plan-notes = { $count ->
    [one] One server note
   *[other] { $count } server notes
}
transfer-plan-clubs = { $count ->
    [one] One club, whose board I post again
   *[other] { $count } clubs, whose boards I post again
}
transfer-plan-questions = { $count ->
    [one] one quiz question of the server’s own
   *[other] { $count } quiz questions of the server’s own
}
transfer-plan-past = { $count ->
    [one] One past party
   *[other] { $count } past parties
}
transfer-plan-known = { $count ->
    [one] One thing is here already and stays as it is.
   *[other] { $count } things are here already and stay as they are.
}
transfer-plan-left-out = { $count ->
    [one] One channel or role in the file doesn’t exist here, so I skip it.
   *[other] { $count } channels and roles in the file don’t exist here, so I skip them.
}
transfer-plan-elsewhere = The file comes from another server.
transfer-apply = Apply
transfer-discard = Don’t
transfer-applied-title = Done
transfer-discarded = I changed nothing and threw the file away.
transfer-gone = That dry run is over (it lasts a day, and only whoever started it can confirm it). Start again with `/etoile-admin import`.
transfer-contradicts = That file contradicts itself or what is here, so I changed nothing at all.
transfer-logged = { $who } imported a file · polls: { $polls } · parties: { $parties }
transfer-field-locale = language
transfer-field-zone = time zone
transfer-field-horizon = horizon
transfer-field-titles-shown = episode titles
transfer-field-host-role-ids = who may host
transfer-field-log-channel-id = log channel
transfer-field-party-channel-id = channel for parties
transfer-field-poll-channel-id = channel for polls
transfer-field-announce = news of the series

# Names of commands and options
setup-name-setup = setup
setup-name-status = status
setup-name-export = export
setup-name-import = import
setup-name-file = file
