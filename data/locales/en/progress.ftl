# /progress and the question "How far are you?"

progress-command = How far you’ve watched; nobody else ever sees it
progress-set-command = Tell me the last episode you’ve finished
progress-set-episode = 0 for nothing yet, 8 for all of it
progress-show-command = See what you told me, and change it
progress-clear-command = Make me forget how far you are

progress-title = How far you are
progress-private = Only you ever see how far you are. It follows you to every server, and you can change it at any time.
progress-how-far = Which episode did you finish last?
progress-episode = { $episode }
progress-finished = All 8
progress-not-started = Not started
progress-rather-not = I’d rather not say

progress-standing-unset = You haven’t told me how far you are, so I hold back anything that spoils.
progress-standing-finished = You’ve seen all eight episodes: I hide nothing from you.
progress-standing = { $episode ->
    [0] You haven’t started: I hold back anything that spoils.
    [1] You’ve seen episode 1: I spoil nothing beyond it.
    [2] You’ve seen episodes 1 and 2: I spoil nothing beyond them.
   *[other] You’ve seen episodes 1 to { $episode }: I spoil nothing beyond them.
}

progress-noted = **Noted.**
progress-set-back = **Set back.** What lies beyond is hidden again, everywhere, from now on.
progress-cleared = **Forgotten.**
progress-declined = **Fine.** I won’t ask again; `/progress set` is there whenever you like.
progress-unchanged = **That’s what I had already.**
progress-undo = Undo
progress-undone = **Undone.**
progress-undo-late = Your progress has changed since then, so I left it alone. `/progress show` tells where you are.
progress-no-such-episode = There are { $last } episodes: say a number from 0 to { $last }.

# Names of commands and options
progress-name-progress = progress
progress-name-set = set
progress-name-show = show
progress-name-clear = clear
progress-name-episode = episode
