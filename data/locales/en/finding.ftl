# /party find: a host offers moments, members tick, one press makes one of them the party’s start

party-find-preview = **When can you? · { $name }**
    Here are the { $count } times I read:
party-find-where = -# In { $city } time. I’ll ask in { $channel }; only you see this until you post it.
party-find-post = Ask everybody
party-find-other-times = Other times
party-find-form = Other times
party-find-form-times = The times you offer, 12 at most
party-find-form-hint = “sat or sun 20h Paris”, “weekday evenings next week”
party-find-posted = I’m asking in { $channel }. I’ll tell you there when the answers are in; what you planned is kept until then.
party-find-posted-later = Discord isn’t taking the message right now. I’ll post it in { $channel } as soon as it does; nothing is lost.
party-find-title = 🗓️ When can you? · { $name }
party-find-asks = { $host } is looking for a time. Tick all that suit you: I only show how many can come. You can change it until { $until } ({ $soon }).
party-find-was-closed = The answers are in. { $host } picks the time.
party-find-done = It’s on { $when } ({ $soon }). I’m asking everybody who ticked that time whether they’re coming.
party-find-was-over = This search for a time is over; nothing was planned.
party-find-count = { $count ->
    [0] nobody yet
    [one] 1 can
   *[other] { $count } can
}
party-find-voters = { $count ->
    [0] Nobody has answered yet.
    [one] 1 has answered.
   *[other] { $count } have answered.
}
party-find-tick = When I can
party-find-host = For the host
party-find-mine = { $own ->
    [1] Tick every time that suits you ({ $city } time).
   *[other] Tick every time that suits you ({ $city } time; tell me yours with `/party zone`).
}
party-find-choose = The times that suit you
party-find-all = All of them
party-find-none = I can’t make any of them
party-find-back = Take my answer back
party-find-kept = { $count ->
    [0] Noted: none of these suit you. I tell the host how many said so, and nobody else.
    [one] Noted: 1 time suits you.
   *[other] Noted: { $count } times suit you.
}
party-find-taken-back = Your answer is gone.
party-find-never = { $count ->
    [0] Nobody has said that they can’t make any of these.
    [one] 1 can’t make any of these.
   *[other] { $count } can’t make any of these.
}
party-find-no-best = No time has been ticked yet.
party-find-best = The best so far: { $when }, { $count ->
    [one] 1 can
   *[other] { $count } can
}.
party-find-take = Take the best time
party-find-take-other = Take another time
party-find-close = Stop asking
party-find-give-up = Give it up
party-find-result = The answers for **{ $name }** are in: { $when } suits the most ({ $count }). { $never ->
    [0] Nobody has said that they can’t make any of these.
    [one] 1 can’t make any of these.
   *[other] { $never } can’t make any of these.
} Press to choose.
party-find-result-none = The answers for **{ $name }** are in: no time was ticked. { $never ->
    [0] You can still take one, or give it up.
    [one] 1 can’t make any of these.
   *[other] { $never } can’t make any of these.
}
party-find-come = **{ $name }** is on { $at } ({ $soon }), a time that you ticked. Are you coming?
party-find-coming = I’m coming
party-find-lost = I can’t ask for a time for **{ $name }** any more: { $channel } is gone or closed to me. The search by { $host } is over; start another one with `/party find` in a channel where I may write.
party-find-picture = When can you?
party-find-foot = { $city } time · { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
party-find-alt = How many can come at each time, in { $city } time. The best: { $best }, { $count }.
party-find-day = { $weekday } { $day } { $month }
party-find-unread = { $why }
    You typed: { $typed }
party-find-zone = Whose time do you mean? Add a city (“sat 20h Paris”), or tell me yours with `/party zone`.
party-find-many = That’s { $count } times; I can offer { $most } at most. Leave some out.
party-find-few = That’s only one time. Type two or more, or plan it with `/party schedule`.
party-find-too-many = There are { $most } searches for a time open on this server. Close one first.
party-find-gone = This search for a time is gone.
party-find-closed = Nobody can tick any more: the answers are in.
party-find-over = This search for a time is over.
party-find-not-host = Only its host, and members who may manage events, can see and use this.
party-find-host-chooses = { $host } chooses the time. You can only stop the search.
when-slot-unread = I couldn’t read “{ $piece }” as a time. List them with “or”, for example `sat or sun 20h Paris` or `weekday evenings next week`.
