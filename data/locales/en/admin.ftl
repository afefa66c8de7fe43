# /etoile-admin: horizons, titles, the log

admin-command = For moderators: what may be said where
admin-horizon-command = Set how far people may talk openly in a channel
admin-horizon-episode = The last episode that may be talked about openly
admin-horizon-channel = Where; leave empty for this channel or thread
admin-horizon-server = True: for the whole server
admin-horizons-command = See how open each channel of this server is
admin-titles-command = Choose whether episode titles count as spoilers here
admin-titles-titles = Shown to everybody, or hidden until reached
admin-log-command = Choose where I note what moderators change and members report
admin-log-channel = Where; leave empty to see the current channel, or to turn it off

admin-choice-none = 0 · none of the plot
admin-choice-first = 1 · episode 1
admin-choice-2 = 2 · episodes 1 and 2
admin-choice-3 = 3 · episodes 1 to 3
admin-choice-4 = 4 · episodes 1 to 4
admin-choice-5 = 5 · episodes 1 to 5
admin-choice-6 = 6 · episodes 1 to 6
admin-choice-7 = 7 · episodes 1 to 7
admin-choice-all = 8 · the whole season
admin-choice-inherit = same as the channel or server above it
admin-choice-shown = shown to everybody
admin-choice-hidden = hidden until reached

admin-whole-server = The whole server
admin-level = { $episode ->
    [0] None of the plot may be told openly.
    [1] Episode 1 may be talked about openly; I cover whatever spoils more.
    [8] The whole season may be talked about openly.
   *[other] Episodes 1 to { $episode } may be talked about openly; I cover whatever spoils more.
}
admin-level-short = { $episode ->
    [0] none of the plot
    [1] episode 1
    [8] the whole season
   *[other] episodes 1 to { $episode }
}
admin-inherits = It has no horizon of its own: whatever holds above it holds here.
admin-lowered = **Check what members wrote here:** until now, people could talk openly here about everything up to episode { $before }. Their posts stay as they are; cover what says too much with **Veil as spoiler…** in its message menu, under Apps. I cover my own posts myself.
admin-covered = { $count ->
    [0] None of my own posts says too much now.
    [one] I covered one of my posts, which said too much.
   *[other] I covered { $count } of my posts, which said too much.
}
admin-covered-lost = { $count ->
    [one] **I couldn’t reach one of my posts.** Please cover or delete it yourself:
   *[other] **I couldn’t reach { $count } of my posts.** Please cover or delete them yourself:
}
admin-covered-more = and { $count } more; all of them are in the log
admin-mark-why = Discord can also mark this channel itself: members see a notice and must agree before they read. That needs the permission Manage Channels.
admin-mark = Mark as spoiler channel
admin-unmark = Remove the spoiler mark
admin-marked = { $channel } is a spoiler channel now, for Discord as well.
admin-unmarked = { $channel } no longer carries Discord’s spoiler mark.
admin-mark-refused = Discord didn’t let me change the mark of { $channel }. The horizon holds all the same; you can set the mark yourself in the channel’s settings, or give me Manage Channels there.

admin-horizons-title = Horizons
admin-horizons-server = **Everywhere else**
admin-horizons-none = No channel and no thread has a horizon of its own.
admin-horizons-how = A thread follows its own horizon, else its channel’s, else the server’s. Change one with `/etoile-admin horizon`.
admin-sheet = Page { $sheet } of { $sheets }

admin-titles-shown = From now on I show the titles of all episodes to everybody on this server.
admin-titles-hidden = From now on I show an episode’s title only to those who have reached it.

admin-log-none = I’m not keeping a log yet. Choose a channel that only moderators read: `/etoile-admin log`.
admin-log-now = I keep the moderators’ log in { $channel }: what moderators change, and what members report.
admin-log-turn-off = Turn it off
admin-log-off = I’ll note nothing from now on.
admin-log-set = From now on I note changes in { $channel }: who did what, and where. Never what a message said.
admin-log-begins = { $who } chose this channel for the moderators’ log: I’ll note here what moderators change and what members report.
admin-log-ends = { $moved ->
    [1] { $who } moved the moderators’ log to another channel.
   *[other] { $who } turned the moderators’ log off.
}
admin-log-refused = I can’t write in { $channel }: give me View Channel and Send Messages there. Nothing was changed.

admin-logged-horizon = { $who } moved a horizon · { $place } · before: { $before } · now: { $now }
admin-logged-titles-shown = { $who } opened episode titles to everybody
admin-logged-titles-hidden = { $who } hid episode titles until they are reached

admin-not-yours = That is for members with the permission Manage Server.
admin-no-such-episode = A horizon is a number from 0 to 8.
admin-no-category = A category has no horizon: choose a channel, a forum or a thread.

# Names of commands and options
admin-name-horizon = horizon
admin-name-horizons = horizons
admin-name-titles = titles
admin-name-log = log
admin-name-episode = episode
admin-name-channel = channel
admin-name-server = server
