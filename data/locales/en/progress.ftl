# /progress and the question "How far are you?"

progress-command = How far you have watched; nobody else ever sees it
progress-set-command = Tell the bot the last episode you have finished
progress-set-episode = 0 for nothing yet, 8 for all of it
progress-show-command = See what you told the bot, and change it
progress-clear-command = Make the bot forget how far you are

progress-title = How far you are
progress-private = Only you ever see how far you are. It follows you to every server, and you can change it at any time.
progress-how-far = Which episode did you finish last?
progress-episode = { $episode }
progress-finished = I have finished
progress-rather-not = I’d rather not say

progress-standing-unset = You have not told me how far you are, so I keep everything back that spoils anything.
progress-standing-finished = You have seen all eight episodes: nothing is hidden from you.
progress-standing = { $episode ->
    [0] You have not started: I keep everything back that spoils anything.
    [1] You have seen episode 1: I spoil nothing beyond it.
    [2] You have seen episodes 1 and 2: I spoil nothing beyond them.
   *[other] You have seen episodes 1 to { $episode }: I spoil nothing beyond them.
}

progress-noted = **Noted.**
progress-set-back = **Set back.** What lies beyond is hidden again, everywhere, from now on.
progress-cleared = **Forgotten.**
progress-declined = **Fine.** I won’t ask again; `/progress set` is there whenever you like.
progress-unchanged = **That is what I had already.**
progress-undo = Undo
progress-undone = **Taken back.**
progress-undo-late = Your progress has changed since then, so I left it alone. `/progress show` tells where you are.
progress-no-such-episode = There are { $last } episodes: say a number from 0 to { $last }.
