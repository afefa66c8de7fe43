# /club: a series of parties with a board, rooms, and what happens by itself

club-command = Watch the whole season together
club-start-command = Set a club up, or go on where you left it
club-board-command = Post the club’s board again
club-programme-command = Where you stand in the club, for you alone
club-join-command = Come to every evening
club-leave-command = No longer come to every evening
club-stop-command = End the club; its rooms stay
club-pause-command = Skip some weeks; later evenings move back
club-resume-command = End a pause; later evenings move up again
club-option-pause-first = The first day of the pause: “25 december”
club-option-pause-until = The last day of the pause: “3 january”
club-option-first = The first evening: “friday 4 december 21:00”
club-option-every = How often; leave empty for every week
club-option-per-evening = How many episodes an evening; leave empty for one
club-option-skip = Days to skip, with commas: “25 december, 1 january”

club-setup = The club, step { $number } of { $of }: { $step }
club-setup-kept = You can leave this and go on later with `/club start`: everything is kept for two days, the dates for one.
club-step-when = when
club-step-where = where
club-step-what = what
club-step-who = who
club-preview = Preview
club-back = Change something
club-post = Start the club
club-when-about = When is the first evening, and how often? Type it, or ask everybody when they can come.
club-when-is = **{ $when }**, then { $rhythm }.
club-when-evenings = { $count ->
    [one] One evening in all.
   *[other] { $count } evenings in all.
}
club-when-searching = 🗓️ I’m asking everybody when they can come. Take a time there, or type one here.
club-when-type = Type the first evening
club-when-find = Find a time
club-when-form = When
club-times-form = Find a time
club-form-first = The first evening
club-form-first-hint = “friday 4 december 21:00”
club-form-every = How often
club-form-every-hint = “every week”, “every 3 days”, “third friday of the month”
club-form-per-evening = Episodes an evening
club-form-skip = Days to skip
club-form-skip-hint = “25 december, 1 january”
club-every-week = every week
club-where-board = The board and the cards of the evenings:
club-where-rooms = The rooms, one for each evening, opened when it is over:
club-where-voice = Where you meet:
club-choose-channel = A text channel
club-choose-rooms = A forum or a text channel; none for no rooms
club-choose-voice = A voice channel; none to stay at home
club-what-about = What I take care of. Switch off what you don’t want.
club-choose-pieces = Nothing
club-piece-pin = Pin the board
club-piece-pin-about = where I’m allowed to
club-piece-rooms = A room for each evening
club-piece-rooms-about = Opens when the evening is over, as far as that evening went
club-piece-nudges = A nudge two days before
club-piece-nudges-about = For those who ask for it and have episodes to go, by direct message
club-who-about = Who can take a seat; everybody when you choose no role.
club-who-seats = Number of seats
club-preview-title = { $count ->
    [one] The club: one evening
   *[other] The club: { $count } evenings
}
club-preview-where = 📌 The board and the cards go to { $channel }.
club-preview-rooms = 💬 After each evening a room opens in { $channel }.
club-preview-no-rooms = 💬 No rooms.

club-board = ⭐ The club
club-board-over = The season is over. Thank you for coming.
club-board-stopped = This club has ended; nothing more is planned. Its rooms stay.
club-next = Next: { $name }
club-on-now = On now: { $name }
club-coming = { $count ->
    [0] nobody yet
    [one] 1 coming
   *[other] { $count } coming
}
club-came = { $count ->
    [0] nobody came
    [one] 1 came
   *[other] { $count } came
}
club-past = So far
club-later = Later
club-to-room = its room
club-join = Coming to all
club-leave = No longer coming to all
club-programme = My programme
club-joined = You’re coming to every evening from now on. Drop out of a single one on its card.
club-left = I no longer give you a seat in new evenings. You keep the seats you have: give them back on their cards.
club-you-are = { $progress ->
    [0] You haven’t told me yet which episodes you’ve watched.
    [one] You’ve watched episode 1.
   *[other] You’ve watched episodes 1 to { $progress }.
}
club-missed = { $count ->
    [one] The club has seen one that you haven’t: episode { $episodes }.
   *[other] The club has seen { $count } that you haven’t: episodes { $episodes }.
}
club-to-go = { $count ->
    [0] You’re ready for { $name }, { $soon }.
    [one] One episode to go until { $name }, { $soon }.
   *[other] { $count } episodes to go until { $name }, { $soon }.
}
club-nudge = { $count ->
    [one] One episode to go until **{ $name }**, { $at } ({ $soon }): episode { $episode }.
   *[other] { $count } episodes to go until **{ $name }**, { $at } ({ $soon }), from episode { $episode } on.
} You asked me to tell you; stop it in *My programme*.
club-nudge-seen = { $count ->
    [one] I’ve seen it
   *[other] I’ve seen up to { $episode }
}
club-nudge-start = Nudge me
club-nudge-stop = No more nudges
club-nudge-on = Noted: a direct message two days before each evening for which you hold a seat, if you have episodes to go.
club-nudge-off = No more nudges.
club-you-come = you’re coming
club-you-do-not = you’re not coming
club-stop-ask = Everything that is still to come is called off, and I tell everybody with a seat, once. Rooms stay. It can be brought back with `/party revive`.
club-stop-sure = End the club
club-stopped = The club has ended. Its rooms stay.
club-paused = { $count ->
    [one] One evening is skipped, and all later ones move. I’m telling everybody with a seat, once.
   *[other] { $count } evenings are skipped, and all later ones move. I’m telling everybody with a seat, once.
} { $next }
club-resume = End the pause
club-resumed = { $count ->
    [one] One date is back, and all later evenings move up.
   *[other] { $count } dates are back, and all later evenings move up.
} { $next }
club-next-is = Next: { $name }, { $when } ({ $soon }).
club-log-paused = { $who } paused the club.
club-log-resumed = { $who } ended the club’s pause.
club-pause-order = The pause ends before it begins.
club-pause-idle = No evening of the club falls on those days.
club-not-paused = The club isn’t paused, or what was skipped has passed.
club-board-posted = The board is in { $channel } again.
club-log-stopped = { $who } ended the club.
club-log-board-lost = I can’t show the club’s board in { $channel } any more: it is gone or closed to me. The evenings go on; move their cards with `/party edit`, or give me the channel back.
club-room-name = { $name } · the room
club-room-title = 💬 { $name } · the room
club-room-about = The evening of { $when } is over. { $level ->
    [0] Nothing of the story may be told openly here; a moderator can open the room with `/etoile-admin horizon`.
    [one] Talk openly here about episode 1.
   *[other] Talk openly here about episodes 1 to { $level }.
}
club-let-in = Let me in
club-talk = Something to talk about · spoils up to episode { $episode }
club-door-open = You’ve watched as far as **{ $name }** goes. Come in.
club-to-the-room = To the room
club-door-closed = { $count ->
    [one] The room of **{ $name }** is for those who have watched it. You have one episode to go: number { $episode }. Tell me when you’ve seen it, or read the recap.
   *[other] The room of **{ $name }** is for those who have watched it. You have { $count } episodes to go, from number { $episode } on. Tell me when you’ve seen them, or read the recaps.
}
club-seen = I’ve seen up to episode { $episode }
club-no-room = There is no such room.
club-log-rooms-lost = I can’t open the club’s rooms in { $channel } any more: it is gone or closed to me. The evenings go on without rooms; give me View Channel, Send Messages and Create Public Threads there, or choose another place for the next club.

club-season-command = Your season with the club; only you see it
club-piece-quiz = The quiz
club-piece-quiz-about = Five questions after each evening; the table’s first three on the board
club-piece-arc = One question after every evening
club-piece-arc-about = Whose side are you on? On the end card; how it goes is on the board
club-piece-season = The season together
club-piece-season-about = When the last evening is over: evenings, the arc, the hardest question
club-arc-vote = Whose side now?
club-arc-so-far = The arc so far
club-quiz-best = The quiz, this season
club-season-title = The season together
club-season-evenings = { $count ->
    [one] One evening together.
   *[other] { $count } evenings together.
}
club-season-foot = How many came to each evening
club-season-alt-evening = episode { $numbers }: { $count } came
club-season-about = { $count ->
    [one] One evening, on { $first }.
   *[other] { $count } evenings, from { $first } to { $last }.
}
club-season-members = { $count ->
    [0] Nobody took a seat.
    [one] One member came.
   *[other] { $count } members came.
}
club-season-arc = How the arc went:
club-season-hardest = **The hardest question:** { $question } ({ $right } of { $of } got it right)
club-season-faithful = **The most faithful:** { $names }
club-season-one = { $name } ({ $came } of { $of })
club-season-rooms = **The rooms:** { $rooms }
club-season-note = I name only those who agree. Hosts plan the next programme here: nothing is posted before they have looked at it.
club-my-season = My season
club-may-name-me = You may name me
club-unname-me = Don’t name me
club-next-season = The next programme
club-named = Noted: when the season is over, I may name you among those who came most often.
club-unnamed = Noted: I won’t name you.
club-my-evenings = { $count ->
    [0] No evening is over yet.
    [one] You came to { $came } of one evening.
   *[other] You came to { $came } of { $count } evenings.
}
club-my-foot = In gold: the evenings you came to
club-my-quiz = In the quiz you had { $right } of { $count ->
    [one] one question
   *[other] { $count } questions
} right.
club-my-place = On the server’s table you’re number { $place }, with { $points } points.
club-my-arc = Whose side you were on:
club-my-named = When the season is over, I may name you among those who came most often.
club-my-unnamed = I won’t name you anywhere in this club’s season.
club-goes-on = This club’s season isn’t over yet. Plan the next one when it is.
club-log-season-lost = The club’s season is over, but I can’t look back on it in { $channel }: that channel is gone or closed to me. Everybody still gets their own with `/club season`.

club-none = There is no club here that you can see. A host can start one with `/club start`.
club-over = This club has no more evenings to come.
club-not-host = Only its host, and members who may manage events, can do that.
club-may-not-host = On this server, clubs are started by { $roles }.
club-too-many = { $most } clubs are going on here already.
club-draft-gone = This set-up is no longer there. Start again with `/club start`.
club-when-first = First say when: type the first evening, or find a time.
club-when-which = That can mean several moments. Type the one you mean: { $choices }.
club-per-evening-wrong = “{ $typed }” isn’t a number of episodes: type 1 to 8.
club-no-room-place = Rooms need a forum or a text channel.
club-room-place-closed = I can’t open rooms in { $channel }. I need View Channel, Send Messages and Create Public Threads there.

club-name-club = club
club-name-start = start
club-name-board = board
club-name-programme = programme
club-name-join = join
club-name-leave = leave
club-name-stop = stop
club-name-pause = pause
club-name-resume = resume
club-name-until = until
club-name-first = first
club-name-every = every
club-name-per-evening = per_evening
club-name-skip = skip
club-name-season = season
