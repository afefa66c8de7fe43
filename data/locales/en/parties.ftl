# /party: watch parties, their series, reminders and the party clock

party-command = Watch the series together
party-schedule-command = Plan a watch party
party-series-command = Plan an episode every week, or at another pace
party-find-command = Ask everybody when they can come, then plan
party-list-command = See the parties coming up
party-show-command = See a party; I’ll post its card again if it was deleted
party-calendar-command = Save parties to your own calendar (.ics)
party-answer-command = RSVP to a party
party-clock-command = Where are we? And, for hosts: run the show
party-edit-command = Change a party, or it and all that follow
party-cancel-command = Call a party off
party-skip-command = Skip one evening of a series; the episodes move on
party-revive-command = Bring back a party that was called off, or a skipped date
party-seat-command = For hosts: give, take or hand over a seat
party-remind-command = Choose when and where I remind you of parties
party-zone-command = Set your time zone

party-option-when = “friday 9pm”, “4 december 20:30”, “in 3 days”, or @time
party-option-times = “weekday evenings next week”, “sat or sun 20h Paris”
party-option-find-channel = Where I ask, and later post the card; leave empty for here
party-option-episode = Which episode
party-option-to = The last episode, when you watch several
party-option-channel = Where I post the card; leave empty for here
party-option-channels = Where I post the cards; leave empty for here
party-option-voice = The voice channel to meet in; leave empty to stay at home
party-option-seats = Number of seats; leave empty for no limit
party-option-note = What everybody should know
party-option-call = A role to ping at the start
party-option-seat-role = A role for those with a seat, until it is over
party-option-close = Close RSVPs this many minutes before the start
party-option-minimum = Call it off an hour before if fewer than this are coming
party-option-length = How many minutes an episode takes, if you know
party-option-event = Show it among the server’s events (by default where everybody may view the channel)
party-option-wait = True: anybody with a seat pauses it at once with Wait!
party-option-first = The first evening: “friday 4 december 21:00”
party-option-every = How often: “every week”, “every 3 days”, “third friday of the month”
party-option-per-evening = How many episodes an evening; leave empty for one
party-option-evenings = How many evenings at most
party-option-for-role = Only members with this role can take a seat
party-option-new-channel = Move its card to another channel
party-option-clear = Take something away
party-option-lost = What to bring back
party-option-give = Who gets a seat
party-option-take = Whose seat it was; I tell them if they take direct messages
party-clear-voice = voice channel
party-clear-roles = limit to roles
party-clear-note = note
party-clear-call = role to ping
party-clear-seat-role = role for those with a seat
party-clear-length = length
party-option-first-episode = The first episode; leave empty for 1
party-option-last-episode = The last episode; leave empty for 8
party-option-weekdays = Several days a week: “mon thu”; leave empty for that of the first
party-option-until = No evening after this day
party-option-skip = Days to skip, with commas: “25 december, 1 january”
party-option-party = Which party
party-option-calendar = Which party; leave empty for all that are coming up
party-option-calendar-series = True: with its whole series
party-option-come = Are you coming?
party-option-do = For hosts; leave empty to see where everybody is
party-option-position = Where to jump to: 17:42
party-option-new-when = The new start
party-option-new-seats = Number of seats; 0 for no limit
party-option-cohost = Somebody who may edit and run it too
party-option-no-cohost = Somebody who no longer may
party-option-following = True: this one and all that follow
party-option-city = A large city near you; leave empty to see your zone
party-choice-first = first of the month
party-choice-second = second of the month
party-choice-third = third of the month
party-choice-fourth = fourth of the month
party-choice-last = last of the month
party-every-day = { $step ->
    [1] every day
    [2] every other day
   *[other] every { $step } days
}
party-every-week = { $step ->
    [1] every week
    [2] every other week
   *[other] every { $step } weeks
}
party-every-month = { $step ->
    [1] every month
    [2] every other month
   *[other] every { $step } months
}
party-every-weekday = { $step ->
    [1] every { $day }
    [2] every other { $day }
   *[other] every { $step } { $day }s
}
party-weeks-on = { $often } on { $days }
party-days-and = { $first } and { $last }
party-nth-weekday = { $nth } { $day } of the month
party-choice-going = going
party-choice-late = going, but late
party-choice-maybe = maybe
party-choice-no = can’t make it
party-choice-go = start
party-choice-pause = pause
party-choice-resume = resume
party-choice-back = back 10 seconds
party-choice-jump = jump
party-choice-break = break of 5 minutes
party-choice-undo = undo
party-choice-next = next episode
party-choice-end = end

# Words of every card

party-episode = Episode { $episode }
party-episodes = { $together ->
    [2] Episodes { $first } and { $last }
   *[other] Episodes { $first } to { $last }
}
party-with-title = { $name } · { $title }
party-hour = { $sharp ->
   *[other] { $hour }:{ $minute }
}
party-wall = { $weekday } { $day }, { $time }
party-weekday-0 = Monday
party-weekday-1 = Tuesday
party-weekday-2 = Wednesday
party-weekday-3 = Thursday
party-weekday-4 = Friday
party-weekday-5 = Saturday
party-weekday-6 = Sunday
party-cities = { $same_day ->
    [1] 🗽 New York { $new_york } · 🗼 Paris { $paris } ({ $paris_day })
   *[other] 🗽 New York { $new_york_day } { $new_york } · 🗼 Paris { $paris_day } { $paris }
}
party-cities-odd = Only one of them has changed its clocks: this week { $new_york } in New York is { $paris } in Paris, { $hours } hours ahead instead of 6.
party-at-home = 🏠 at home
party-in-voice = 🔊 { $channel }
party-host = hosted by { $host }
party-hosts = hosted by { $host } with { $others }
party-host-forgotten = the moderators
party-and-more = { $names } and { $count } more
party-late-name = { $name } (late)
party-list-end = { $first } and { $last }
party-nth = { $nth ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
   *[other] last
}
party-weekly = { $step ->
    [1] every { $days } at { $time } ({ $city } time)
    [2] every other { $days } at { $time } ({ $city } time)
   *[other] every { $step } weeks on { $days } at { $time } ({ $city } time)
}
party-monthly = { $step ->
    [1] every { $nth } { $days } of the month at { $time } ({ $city } time)
   *[other] every { $step } months on the { $nth } { $days } at { $time } ({ $city } time)
}
party-daily = { $step ->
    [1] every day at { $time } ({ $city } time)
    [2] every other day at { $time } ({ $city } time)
   *[other] every { $step } days at { $time } ({ $city } time)
}

# The card

party-title-draft = 🎬 Watch party · { $name }
party-title-planned = 🎬 { $name } · planned
party-title-open = 🎬 { $name }
party-title-live = 🎬 On now · { $name }
party-title-over = Over · { $name }
party-title-cancelled = Called off · { $name }
party-why-host = The host called it off.
party-why-series = The host called it off, with the rest of its series.
party-why-minimum = { $count ->
   *[other] Fewer than { $count } could come.
}
party-seats = { $seats ->
    [0] No limit on seats
    [one] One seat
   *[other] { $seats } seats
}
party-coming = { $limited ->
    [1] Coming ({ $count } of { $seats })
   *[other] Coming ({ $count })
}
party-maybe = Maybe ({ $count })
party-waiting = Waitlist ({ $count })
party-absent = { $count ->
    [one] 1 can’t make it
   *[other] { $count } can’t make it
}
party-was = It’s over. Thank you for coming.
party-nobody-came = It’s over. Nobody had taken a seat.
party-closes = RSVP until { $until }.
party-minimum = If fewer than { $count } are coming by { $until }, it will be called off.
party-only-for = 🔒 Only for { $roles }.
party-moved-to = The watch party **{ $name }** has moved to { $channel }.
party-everybody = everybody
party-series-line = A series: { $rhythm }.
party-then = Then: { $days }.
party-policy = If the clocks skip that hour, it starts an hour later; if they show it twice, the first one counts.
party-mirror-refused = Not among the server’s events: I lack the permission to create them.
party-mirror-full = Not among the server’s events: there are 100 already.
party-answer-going = Going
party-answer-late = Late
party-answer-maybe = Maybe
party-answer-no = Can’t
party-who = Who’s coming?
party-reminders = Reminders
party-calendar = Calendar
party-manage = Manage
party-more = More
party-to-all = Coming to all
party-not-to-all = Not to all any more
party-to-thread = Open the thread
party-to-card = Open the card
party-you-come = You have a seat.
party-me-nothing = You haven’t answered yet.
party-me-late = You have a seat, and you’ll be late.
party-me-maybe = You said: maybe.
party-me-no = You aren’t coming.
party-me-no-reminder = I won’t remind you.
party-me-reminded = { $direct ->
    [1] I’ll remind you by direct message: { $times }.
   *[other] I’ll remind you in the party’s thread: { $times }.
}
party-behind = { $count ->
    [one] You have one episode to go before the party, { $soon }.
   *[other] You have { $count } episodes to go before the party, { $soon }.
}
party-seen-it = { $count ->
    [one] Seen it
   *[other] Seen them
}
party-missed-it = { $count ->
    [one] Did you miss episode { $episode }? Its recap asks before it spoils anything. Below, the story so far, up to where you are.
   *[other] Did you miss these episodes? Their recaps ask before they spoil anything. Below, the story so far, up to where you are.
}
party-you-do-not = Noted.
party-you-wait = { $before ->
    [0] All seats are taken. You’re first on the waitlist; I’ll tell you when a seat opens.
    [one] All seats are taken. One person is ahead of you on the waitlist; I’ll tell you when it’s your turn.
   *[other] All seats are taken. { $before } people are ahead of you on the waitlist; I’ll tell you when it’s your turn.
}
party-you-are-offered = A seat is held for you until { $until }. Press Going to take it.
party-who-seat = Coming:
party-who-offer = A seat is held for:
party-who-line = Waitlist:
party-who-maybe = Maybe:
party-who-no = Can’t make it:
party-who-going = Would come:
party-who-late = Would come late:
party-nobody-yet = Nobody has answered yet.
party-page = Page { $page } of { $pages }

# Planning

party-preview = Only you see this. Post it when it looks right.
party-your-clock = Read as { $city } time: **{ $time }**
party-servers-clock = The server’s time ({ $city }): { $time }
party-note-spoils = ⚠️ Your note mentions episode { $episode }, which is more than may be said there. The card leaves it out; in the party’s answers I show it to those who have seen that far.
party-where-posted = The card goes to { $channel }.
party-extra-call = 🔔 I’ll ping { $role } at the start.
party-extra-seat-role = 🎫 Whoever has a seat gets { $role } until it is over.
party-extra-length = { $count ->
    [one] ⏱️ An episode takes 1 minute.
   *[other] ⏱️ An episode takes { $count } minutes.
}
party-extra-event = 📌 It will be listed among the server’s events, too.
party-extra-no-event = 📌 It won’t be listed among the server’s events.
party-extra-wait = ✋ Anybody with a seat can pause with **Wait!**
party-plan = { $count ->
    [one] 🗓️ **One evening:**
   *[other] 🗓️ **{ $count } evenings:**
}
party-plan-short = ⚠️ No evening is left for { $name }.
party-plan-skips = Skipped: { $days }.
party-read-guess = Read as **{ $city }** time, which is a guess. If that isn’t yours, choose another city below; the rest of what you typed is kept.
party-first-moved = ⚠️ You typed { $typed } for the first evening, which is not one of the series’ days: it begins on the next one.
party-skips-idle = ⚠️ Nothing is skipped on { $days }: no evening falls on that day.
party-clash = ⚠️ Another party overlaps: { $name }, { $when }.
party-whose-clock = **Whose time did you mean?** I only ask once; `/party zone` changes it.
party-choose-city = Choose the city nearest to you
party-post = Post
party-edit = Edit
party-discard = Discard
party-posted = Posted in { $channel }. I’ll keep the card up to date, open a thread half an hour before the start, and count down.
party-posted-later = It’s planned, but Discord is not taking the card right now. I’ll post it in { $channel } as soon as it does; nothing is lost.
party-cannot-post = It’s planned, but I can’t write in { $channel }. Give me Send Messages there, then use `/party show`.
party-posted-again = The card was gone. I posted it again in { $channel }.
party-discarded = Discarded. Nothing was posted.
party-list-title = Coming up
party-list-empty = Nothing is planned. `/party schedule` changes that.
party-list-live = on now
party-list-planned = not announced yet
party-list-you = you’re going
party-list-goes-on = ↳ The series goes on until { $until } ({ $name }).
party-lost-date = Skipped date · { $when }
party-lost-party = { $name } · { $when } · called off

# Changing

party-manage-hint = If you change the start, I’ll tell everybody with a seat, once.
party-skip = Skip this date
party-cancel = Call off…
party-keep = Keep the party
party-revive = Bring it back
party-revived = It’s back: { $when }. I’m telling everybody who had a seat.
party-revive-all = Bring it back, with all that follow
party-revived-all = They are back, the first one { $when }. I’m telling everybody who had a seat.
party-unskip = Bring this date back
party-unskip-placeholder = Bring a skipped date back
party-unskipped = The date { $when } is back. What follows moves up, and I’m telling everybody with a seat.
party-seat-button = Seats…
party-seat-title = A seat by hand
party-seat-give = Who gets a seat
party-seat-give-hint = Leave empty to take a seat only.
party-seat-take = Whose seat it was
party-seat-take-hint = With both, the seat goes from one to the other.
party-seat-hand-given = { $who } has a seat now. I’m telling them.
party-seat-hand-taken = { $whose } no longer has a seat. It goes to the waitlist, if anybody is waiting.
party-seat-hand-moved = { $who } now has the seat of { $whose }. I’m telling them.
party-seat-told = I told { $whose } by direct message.
party-seat-not-told = I can’t write to { $whose } directly: please tell them yourself.
party-seat-lost = Your seat for **{ $name }** ({ $at }) was given back by the hosts. If that is a mistake, ask { $host }.
party-cancel-one = Call off this one
party-cancel-all = All that follow
party-cancel-question = Call off { $name }? I’ll tell everybody with a seat.
party-cancel-series = It is part of a series. **Only this date:** { $name } moves on to the next one. **With its episode:** it isn’t watched at all. **All that follow:** the series ends here.
party-cancel-skip = Only this date
party-cancel-with-episode = With its episode
party-cancelled-one = Called off: **{ $name }**, { $when }. I’m telling everybody with a seat.
party-cancelled-all = Called off: **{ $name }**, { $when }, with all that follow. I’m telling everybody with a seat.
party-skipped = Skipped: { $when }. The episodes move on to the next dates, and I’m telling everybody with a seat.
party-edited = Changed: **{ $name }**
party-edited-all = Changed: **{ $name }**, with all that follow
party-mirrored-again = I’ll put it back among the server’s events.
party-edit-title = Change the party
party-edit-when = New start
party-edit-when-hint = In { $city } time. What you don’t type stays: the day or the time.
party-edit-seats = Seats
party-edit-seats-hint = Leave empty for no limit.
party-edit-note = Note
party-edit-scope = Which ones?
party-edit-one = Only this one
party-edit-all = This one and all that follow
party-edit-question = Change { $name }?
party-edit-start-was = **Start:** ~~{ $old }~~ → **{ $new }**
party-edit-episode-was = **Episodes:** { $old } → **{ $new }**
party-edit-seats-was = **Seats:** { $old } → **{ $new }**
party-edit-length-was = **Length of an episode:** { $old } → **{ $new }**
party-edit-voice-was = **Voice channel:** { $old } → **{ $new }**
party-edit-channel-was = **Channel:** { $old } → **{ $new }**
party-edit-roles-was = **Only for:** { $old } → **{ $new }**
party-edit-roles = Only for these roles
party-edit-channel-note = I’ll post a new card there, and the old one will say where it is.
party-edit-dropped-count = { $count ->
    [one] ⚠️ One evening is dropped: no episode or date is left for it.
   *[other] ⚠️ { $count } evenings are dropped: no episode or date is left for them.
}
party-edit-call-was = **Pinged at the start:** { $old } → **{ $new }**
party-edit-seat-role-was = **Role for those with a seat:** { $old } → **{ $new }**
party-edit-closes-was = **RSVPs close:** { $old } → **{ $new }**
party-edit-minimum-was = **Called off if fewer than:** { $old } → **{ $new }**
party-edit-event-was = **Among the server’s events:** { $old } → **{ $new }**
party-edit-wait-was = **Wait! pauses by itself:** { $old } → **{ $new }**
party-edit-hosts-was = **Co-hosts:** { $old } → **{ $new }**
party-edit-note-new = **New note:**
party-edit-note-gone = **Note:** taken away
party-none = none
party-yes = yes
party-no = no
party-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
party-edit-along = { $count ->
    [one] The next one of the series changes with it.
   *[other] The next { $count } of the series change with it.
}
party-edit-told = { $count ->
    [one] I’ll tell one member, who has a seat or is waiting for one.
   *[other] I’ll tell { $count } members, who have a seat or are waiting for one.
}
party-edit-apply = Change it
party-edit-drop = Keep as it is
party-edit-dropped = Everything stays as it is.
party-edit-nothing = Nothing changed: it’s like that already.
party-edit-gone = That change was made, dropped, or isn’t yours. Start again with `/party edit`.
party-which-moment = Which one did you mean?
party-read-there = -# In { $city } time. The rest of what you typed is kept.
party-another-city = Another city…
party-city-title = Whose time is that?
party-city = City
party-city-hint = A large city near you, or a country with one time zone
party-no-city = I don’t know a city called “{ $typed }”. Try a larger one nearby.

# Reminders and news

party-reminder = Watch party **{ $name }**. Start: { $at }, { $soon }. [Open the card]({ $link })
party-reminder-late = I was offline, so this comes late. Watch party **{ $name }**. Start: { $at }, { $soon }. [Open the card]({ $link })
party-still-coming = Still coming
party-starts = The watch party **{ $name }** starts now. Open the episode, pause at the beginning, and press **Ready**.
party-started-late = I was offline when the watch party **{ $name }** was due to start ({ $at }), so I pinged nobody. It can begin now.
party-missed = I was offline when the watch party **{ $name }** was due to start ({ $at }), for too long to make up for it. I’m sorry. The host can plan it again.
party-offer = A seat for **{ $name }** ({ $at }) is yours until { $until }. After that it goes to the next person.
party-seat-given = A seat for **{ $name }** ({ $at }) is now yours. Are you still coming?
party-seat-given-moved = A seat for **{ $name }** is now yours, and the watch party has a new start: { $at }, { $soon }. Can you make it?
party-take = Take it
party-pass = Pass
party-news-moved = The watch party **{ $name }** has a new start: { $at }, { $soon }. Can you still make it?
party-news-back = The watch party **{ $name }** is on again after all: { $at }, { $soon }.
party-news-cancelled = The watch party **{ $name }** ({ $at }) is called off.
party-news-series = The watch party **{ $name }** ({ $at }) is called off, with the rest of its series.
party-news-minimum = The watch party **{ $name }** ({ $at }) is called off: fewer than { $count } could come.
party-still = Still good
party-no-longer = Can’t make it
party-event-gone = The event of this party was cancelled among the server’s events. Is the party itself off?
party-event-name = Watch party · { $name }
party-event-text = Étoile, watched together. Let everyone know if you’re coming: { $link }
party-event-place = Discord
party-thread-name = { $name } · { $day } { $month }
party-calendar-name = Étoile watch parties
party-calendar-here = { $count ->
    [one] Import this file into your calendar. Importing it again after a change updates the entry.
   *[other] { $count } parties. Import this file into your calendar; importing it again later updates them.
}
party-google = Google Calendar

party-reminders-title = Your reminders
party-reminded-thread = I’ll ping you in the party’s thread, at these times and at the start.
party-reminded-direct = I’ll send you a direct message, at these times and at the start.
party-reminded-never = I won’t ping you. Choose a time to change that.
party-reminders-note = For every party where you have a seat, on every server. Only you see this.
party-no-reminder = No reminder
party-before = { $minutes ->
    [15] 15 minutes before
    [30] 30 minutes before
    [60] 1 hour before
    [180] 3 hours before
    [1440] 1 day before
   *[other] 1 week before
}
party-quiet = Quiet hours
party-quiet-none = No quiet hours
party-quiet-hours = Quiet from { $first }:00 to { $last }:00
party-quiet-clock = Quiet hours follow your own time ({ $city }). I don’t send reminders that fall within them.
party-quiet-no-clock = Quiet hours follow each party’s own time, until `/party zone` tells me yours. I don’t send reminders that fall within them.
party-direct = Send reminders by direct message
party-in-thread = Send reminders in the thread
party-direct-test = This is how I’ll remind you of watch parties.
party-direct-closed = Your direct messages are closed to me, so I’ll keep pinging you in the thread. Open them in this server’s privacy settings, and try again.
party-stop = Stop reminders
party-stopped = I won’t send you any more reminders. `/party remind` turns them back on.

# The party clock

party-ready = Ready
party-where = Where are we?
party-host-controls = Host controls
party-wait = Wait!
party-wait-asked = I asked the hosts to pause.
party-wait-paused = I paused for you. When you are back, tell the hosts.
party-wait-line = ✋ { $who } asks for a pause.
party-wait-line-paused = ✋ { $who } needs a moment, so I paused.
party-clock-ready = Ready check · { $name }
party-clock-countdown = Get set · { $name }
party-clock-break = Intermission · { $name }
party-clock-playing = Playing · { $name }
party-clock-paused = Paused at { $position } · { $name }
party-clock-waiting = About to start · { $name }
party-clock-ended = The end · { $name }
party-clock-over = Over · { $name }
party-clock-stopped = The clock has stopped.
party-get-ready = Open the episode, pause it at 00:00:00, and press **Ready**. When everybody is ready, I’ll count down.
party-ready-until = Those who are ready start at { $until } at the latest; after that, the first to press Ready starts it.
party-ready-count = Ready ({ $ready } of { $all })
party-not-ready = Not yet
party-play-at = ▶ Play at { $at }
party-play-from = Press play then, { $from_where }.
party-bar = { $done } of { $whole } min
party-from = { $beginning ->
    [1] from the beginning
   *[other] from **{ $position }** of the episode
}
party-stands = Everybody is at **{ $position }**.
party-get-set = Open the episode and pause it at { $position }. A host starts it with **Start**.
party-began = At **{ $at }** ({ $ago }) everybody pressed play, { $from_where }.
party-ask-where = Late, or lost? **Where are we?** tells you where to press play.
party-for-hosts = For the hosts:
party-steer-go = Start without the others
party-steer-start = Start
party-steer-pause = Pause
party-steer-resume = Resume
party-steer-back = Back 10 s
party-steer-break = 5 min break
party-steer-undo = Undo
party-steer-next = Next episode
party-jump = Jump…
party-end = End
party-end-question = End the party for everybody?
party-end-sure = Yes, it is over
party-ended = It’s over. The end card follows.
party-end-undo = It is not over
party-jump-title = Jump to…
party-jump-label = Position
party-jump-hint = 17:42, or 1:02:03
party-try-again = Try again
party-go = **{ $name }**: press play at **{ $at }** ({ $soon }), { $from_where }.
party-go-break = Intermission. **{ $name }** goes on at **{ $at }** ({ $soon }), { $from_where }.
party-go-next = **{ $name }** is next. Open it, pause it at 00:00:00, and wait: a host starts it on [the party clock]({ $link }).
party-line-paused = ⏸️ Paused. Everybody stops at **{ $position }** and waits for the countdown.
party-line-waiting = ⏸️ **{ $name }** has not started. Pause it at 00:00:00, and wait: a host starts it on [the party clock]({ $link }).
party-line-back = ⏪ Back 10 s: it was at **{ $position }** at **{ $at }**. Press “back 10 seconds” on your own player.
party-line-on = ▶️ The last press was undone: it plays on, from **{ $position }** at **{ $at }**. **Where are we?** tells you where to press play.
party-stale-moved = -# This no longer holds: **{ $name }** now starts on { $at }, { $soon }. [Open the party]({ $link })
party-stale-cancelled = -# This no longer holds: **{ $name }** is called off.
party-stale-begun = -# **{ $name }** has begun. [Open the party]({ $link })
party-stale-started = -# **{ $name }** has started. **Where are we?** on [the party clock]({ $link }) tells you where to press play.
party-stale-over = -# **{ $name }** is over.
party-stale-answered = -# Somebody has used the clock since. [Open the party]({ $link })
party-stale-taken = -# The seat for **{ $name }** ({ $at }) is taken: it’s yours. [Open the party]({ $link })
party-stale-passed = -# The seat for **{ $name }** ({ $at }) went to somebody else. [Open the party]({ $link })
party-is-it-over = Is the episode over? If so, press End. If not, just go on: I’ll ask again later.
party-you-are-ready = You are ready.
party-countdown-there = The countdown is in { $thread }.
party-you-are-not-ready = Not yet, then.
party-cue = **{ $now }** now. Go to **{ $press }**, and press play in { $seconds } s, at { $at }.
party-here-ready = Not started. Open the episode, pause it at 00:00:00, and press Ready.
party-here-countdown = Press play at **{ $at }** ({ $soon }), { $from_where }.
party-here-break = Intermission: it goes on at **{ $at }** ({ $soon }), { $from_where }.
party-here-paused = Paused at **{ $position }**. Stop there and wait for the countdown.
party-here-waiting = Not started. Open the episode, pause it at 00:00:00, and wait for the countdown.
party-here-episode = { $name } · { $line }
party-here-ended = The episode is over.
party-here-over = The party is over.
party-here-playing = **{ $position }** now.
party-over-host = Thank you for watching together.
party-over-length = Thank you for watching together.
party-over-idle = Nobody had pressed anything for a long time, so I closed it.
party-evening-came = { $count ->
    [one] One came
   *[other] { $count } came
}
party-evening-new-york = New York { $hour }
party-evening-paris = Paris { $hour }
party-next-time = Next time: { $when }, { $soon }.
party-count = Count episode { $episode } as watched
party-counted = Episode { $episode } is counted as watched.
party-count-question = You’d told me less than that. This counts **episodes { $first } to { $last }** as watched, and I’ll stop hiding what happens in them.
party-count-all = Count { $first } to { $last }
party-counted-already = You’d already told me that, or more.
party-next-question = A poll asks again at each episode, and its next question is open for you.
party-to-poll = Open the poll
party-voice = { $name } · { $phase ->
    [ready] ready check
    [countdown] get set
    [break] intermission
    [paused] paused
    [waiting] about to start
   *[other] playing
}
party-catch-up = Catch up
party-attendance = Who was there?
party-there = { $count ->
    [one] One was there: { $names }
   *[other] { $count } were there: { $names }
}
party-there-nobody = Nobody pressed Ready. That says little: people forget buttons.

# What cannot be

party-gone = That party no longer exists. `/party list` shows what’s coming up.
party-closed = That party is over or called off.
party-draft-gone = That draft is gone: it was posted, discarded, or isn’t yours. Start again with `/party schedule`.
party-answers-closed = RSVPs have closed for this party.
party-may-not-host = On this server, parties are planned by { $roles }.
party-may-not-manage = Only its hosts, and members who may manage events, can do that.
party-may-not-steer = Only the hosts, and members who may manage events, run the clock. **Where are we?** is for everybody.
party-no-such-episode = There are { $last } episodes, and the last one cannot come before the first.
party-seats-wrong = Seats: a number from 1 to { $most }, or nothing for no limit.
party-limit-past = That limit would already have passed. Choose a later start, or fewer minutes before.
party-too-many = This server already has { $most } parties coming up. Call some off first.
party-cohosts-many = { $most } co-hosts at most.
party-has-begun = It has begun. End it instead.
party-not-begun = It has not begun yet.
party-not-started = The ready check is still on: start first.
party-started = It has started. Press **Where are we?** to join in.
party-not-over = It is not over yet.
party-end-stands = That party ended more than 30 minutes ago, so it stays over. `/party schedule` plans the next one.
party-not-called-off = Only a party that was called off and has not begun can be brought back.
party-not-skipped = That date isn’t skipped, or it has passed.
party-choose-lost = Choose what to bring back from the suggestions.
party-nothing-lost = There’s nothing that you could bring back: no upcoming party was called off, and no date was skipped.
party-for-roles = Seats at this party are for { $roles }, and you have none of these roles. Ask a host if you think you should.
party-seat-already = { $who } already has a seat.
party-seat-not-theirs = { $who } has no seat that could be taken.
party-seat-none-free = All seats are taken, or held for the waitlist. Choose whose seat it was as well, or raise the number of seats.
party-seat-nobody = Choose who gets a seat, or who gives one up.
party-seat-bot = Bots don’t watch series. Choose a member.
party-seat-cannot-see = { $who } can’t see { $channel }, so they wouldn’t find the party.
party-days-and-weekdays = A rhythm in days falls on another weekday each time. Leave `weekdays` empty, or choose a rhythm in weeks.
party-full = All seats are taken, so you cannot press Ready. Watch along anyway: **Where are we?** works for everybody.
party-clock-so-already = It already is.
party-no-position = I could not read that position. Type for example 17:42, or 1:02:03.
party-beyond-length = The episode is only { $length } long. Jump to somewhere before that.
party-wait-seated = Only those with a seat can ask for a pause.
party-wait-stands = Nothing is playing right now, so there is nothing to pause.
party-series-days = This series has several days a week. Change the time only, or call the rest off and plan a new series.
party-series-empty = That rule has no date at all. Check the last day and the days to skip.
party-no-series = That party is not part of a series. You can call it off, or edit it.
party-zone-first = First tell me whose time you meant: choose a city in the preview.
party-none-on = No party is on here right now. `/party list` shows what’s coming up.
party-choose = Choose a party from the suggestions.
party-no-place = The card needs a text channel. Choose one with `channel`.
party-place-not-yours = You can’t write in that channel, so I won’t post there for you.
party-role-not-callable = You can’t ping that role yourself, so I won’t do it for you.
party-role-not-yours = To choose a role for those with a seat, you need Manage Roles, and a role that nothing else manages.
party-role-grants = That role grants permissions. Choose one that grants nothing, since anybody can take a seat.
party-trouble-thread-gone = The thread of the watch party **{ $name }** ({ $when }) by { $host } was deleted. I’ll write in { $channel } instead, and its clock is there. You don’t need to do anything.
party-trouble-thread-closed = The thread of the watch party **{ $name }** ({ $when }) by { $host } is locked. I’ll write in { $channel } instead. Unlock it to go on there.
party-trouble-thread-forbidden = I’m not allowed to write in the thread of the watch party **{ $name }** ({ $when }) by { $host }, so I’ll write in { $channel }. Give me Send Messages in Threads there.
party-trouble-no-thread = I’m not allowed to open a thread for the watch party **{ $name }** ({ $when }) by { $host }, so everything happens in { $channel }. Give me Create Public Threads there if you want one next time.
party-trouble-channel-gone = The channel of the watch party **{ $name }** ({ $when }) by { $host } was deleted, and its card with it. I can only reach those who chose direct messages. `/party edit` moves it to another channel, `/party cancel` calls it off.
party-trouble-channel-forbidden = I can’t write in { $channel }, where the watch party **{ $name }** ({ $when }) by { $host } is. I can only reach those who chose direct messages. Give me View Channel and Send Messages there; then `/party show` posts its card again if it’s missing.
party-trouble-card-again = The card of the watch party **{ $name }** ({ $when }) by { $host } in { $channel } was deleted, so I posted it again: [card]({ $link }). If the party is off, use `/party cancel`.
party-trouble-card-gone = The card of the watch party **{ $name }** ({ $when }) by { $host } in { $channel } was deleted once more. I’ll leave it at that: `/party show` posts it again, `/party cancel` calls the party off.
party-trouble-voice-gone = The voice channel of the watch party **{ $name }** ({ $when }) by { $host } in { $channel } was deleted. The party goes on without it; `/party edit` gives it another one.
party-trouble-host-gone = { $host }, who hosts the watch party **{ $name }** ({ $when }) in { $channel }, has left the server. Co-hosts and members who may manage events can run it; `/party edit` adds a host, `/party cancel` calls it off.
party-trouble-call-role-gone = The role that the watch party **{ $name }** ({ $when }) by { $host } in { $channel } was to ping was deleted. Those with a seat are pinged all the same; `/party edit` chooses another role.
party-trouble-call-role-silent = I can’t mention the role that the watch party **{ $name }** ({ $when }) by { $host } in { $channel } pings, so it reached nobody. Allow everyone to mention it, or give me Mention All Roles there.
party-trouble-seat-role-gone = The role for those with a seat at the watch party **{ $name }** ({ $when }) by { $host } in { $channel } was deleted. `/party edit` chooses another one.
party-trouble-seat-role-forbidden = I can’t give the role for those with a seat at the watch party **{ $name }** ({ $when }) by { $host } in { $channel }. Give me Manage Roles, and put my role above that one.
party-trouble-not-reminded = I tried many times, but couldn’t remind everybody of the watch party **{ $name }** ({ $when }) by { $host } in { $channel }. Please write to those who are coming yourself: **Who’s coming?** on [the card]({ $link }) names them.
party-trouble-not-started = I tried many times, but couldn’t tell everybody about the start of the watch party **{ $name }** ({ $when }) by { $host } in { $channel }. [The card]({ $link }) shows its clock: **More** has the host controls.
party-trouble-not-told = I tried many times, but couldn’t tell everybody that the watch party **{ $name }** by { $host } in { $channel } was changed; it is now set for { $when }. Please write to those who are coming yourself: **Who’s coming?** on [the card]({ $link }) names them.
party-log-minimum = I called off the watch party **{ $name }** ({ $when }) by { $host } in { $channel }: fewer than { $count } could come.
party-log-opened = { $thread } is open for talk up to episode { $episode } now: it was watched there to the end. `/etoile-admin horizon` changes that.
party-log-cancelled = { $who } called off the watch party **{ $name }** ({ $when }) by { $host } in { $channel }.
party-log-cancelled-all = { $who } called off the watch party **{ $name }** ({ $when }) by { $host } in { $channel }, with the rest of its series.
party-log-skipped = { $who } skipped the date { $when } of the series by { $host } in { $channel }; **{ $name }** moves on.
party-log-revived = { $who } brought back the watch party **{ $name }** ({ $when }) by { $host } in { $channel }.
party-log-moved = { $who } moved the watch party **{ $name }** by { $host } in { $channel } to { $when }.
party-log-elsewhere = { $who } moved the watch party **{ $name }** ({ $when }) by { $host } to { $channel }.
party-log-unskipped = { $who } brought back the date { $when } of the series by { $host } in { $channel }.
party-log-revived-all = { $who } brought back the watch party **{ $name }** ({ $when }) by { $host } in { $channel }, with the rest of its series.
party-log-seat-given = { $host } gave { $who } a seat at the watch party **{ $name }** ({ $when }) in { $channel }.
party-log-seat-taken = { $host } took the seat of { $whose } at the watch party **{ $name }** ({ $when }) in { $channel }.
party-log-seat-moved = { $host } handed the seat of { $whose } to { $who } at the watch party **{ $name }** ({ $when }) in { $channel }.

# Names of commands and options
party-name-party = party
party-name-schedule = schedule
party-name-series = series
party-name-find = find
party-name-times = times
party-name-list = list
party-name-show = show
party-name-calendar = calendar
party-name-answer = answer
party-name-clock = clock
party-name-edit = edit
party-name-cancel = cancel
party-name-skip = skip
party-name-revive = revive
party-name-seat = seat
party-name-per-evening = per_evening
party-name-evenings = evenings
party-name-for-role = for_role
party-name-clear = clear
party-name-give = give
party-name-take = take
party-name-remind = remind
party-name-zone = zone
party-name-when = when
party-name-episode = episode
party-name-to = to
party-name-channel = channel
party-name-voice = voice
party-name-seats = seats
party-name-note = note
party-name-call = call
party-name-seat-role = seat_role
party-name-close-before = close_before
party-name-minimum = minimum
party-name-length = length
party-name-event = event
party-name-wait = wait
party-name-first = first
party-name-every = every
party-name-last = last
party-name-weekdays = weekdays
party-name-until = until
party-name-come = come
party-name-do = do
party-name-position = position
party-name-add-host = add_host
party-name-remove-host = remove_host
party-name-following = following
party-name-city = city
