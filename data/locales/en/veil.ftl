# The veil: covering a message that says too much

veil-menu = Veil as spoiler…
veil-menu-unveil = Unveil
veil-form = Veil as spoiler
veil-which = What does it spoil?
veil-which-about = The last episode you need to have seen to read it.
veil-episode = Episode { $episode }

veil-line = { $episode ->
    [1] { $author } · spoils episode 1
    [2] { $author } · spoils episodes 1 and 2
   *[other] { $author } · spoils episodes 1 to { $episode }
}
veil-somebody = Somebody
veil-part = part { $part } of { $parts }
veil-by-author = Veiled by its author
veil-by-moderator = Veiled by a moderator
veil-by-readers = Veiled by readers who agreed on it
veil-opened = Unveiled
veil-close = Veil again
veil-picture = A picture or video that was veiled as a spoiler

veil-done = Veiled.
veil-jump = Go to the copy
veil-delete-yours = I’m not allowed to delete messages here, so **your original can still be read: please delete it yourself.** On a computer, point at it and choose … → Delete message; on a phone, hold it → Delete message.
veil-delete-theirs = I’m not allowed to delete messages here, so **the original can still be read.** I have asked its author to delete it; you may be able to do it yourself. With Manage Messages I could.
veil-told = A moderator covered a message of yours, because it spoils up to episode { $episode } where not everybody has seen that far. Your words are still there, behind a click: { $url }. If that was a mistake, choose **Apps → Unveil** in its menu: I’ll ask the moderators to look again.
veil-told-delete = A moderator covered a message of yours, because it spoils up to episode { $episode } where not everybody has seen that far. Your words are there once more, behind a click: { $url }. I’m not allowed to delete the original, { $original }. Please do: on a computer, point at it and choose … → Delete message; on a phone, hold it → Delete message.
veil-told-here = { $author }, a moderator covered this message of yours as a spoiler. Your words are behind the click; if that was a mistake, **Apps → Unveil** in its menu asks the moderators to look again. If your original can still be read, please delete it.

veil-turned-open = Unveiled: everybody can read it now.
veil-turned-kept = What its author had covered themselves stays covered, text between bars as well as marked files: only they can show it, by posting it again.
veil-turned-closed = Veiled again.
veil-turned-missing = Done, as far as the copies still exist and I may change them.

veil-logged = { $who } veiled a message of { $author } · { $place } · spoils up to episode { $episode } · { $url }
veil-logged-own = { $who } veiled their own message · { $place } · spoils up to episode { $episode } · { $url }
veil-logged-open = { $who } lifted a veil · { $place } · spoils up to episode { $episode } · { $url }
veil-logged-close = { $who } put a veil back · { $place } · spoils up to episode { $episode } · { $url }

veil-not-yours = Only the author of a message and moderators can veil it.
veil-not-yours-to-lift = Only the author of a message and moderators can lift its veil, or put it back, for everybody. To read it yourself, open the covered part.
veil-none = I didn’t veil that message.
veil-already = That message has been veiled already, or somebody is doing it right now.
veil-gone = That message is gone; there is nothing left to veil.
veil-edited = That message was changed while your form was open. Look at it again, and then veil it once more.
veil-no-such-episode = Choose an episode from 1 to 8.
veil-cannot-post = I cannot veil here: for that I need View Channel, Send Messages and, for pictures, Attach Files. Nothing was changed.
veil-system = Nobody wrote that message, so it can’t be veiled.
veil-bot = That’s another bot’s message. I only veil what members wrote, and my own.
veil-poll = A poll cannot be copied without losing its votes. A moderator can delete it.
veil-voice = A voice message cannot be copied. Its author or a moderator can delete it.
veil-forward = A forwarded message cannot be copied. Its author or a moderator can delete it.
veil-sticker = I cannot copy stickers, so I leave this message as it is. Its author or a moderator can delete it.
veil-empty = There is nothing in that message that I could copy.
veil-large = The files of that message are too large for me to post again, so I leave it as it is. Its author or a moderator can delete it.

veil-moderators-lift = Only moderators can lift this veil.
veil-review-asked = Only moderators can lift this veil. I’ve asked them to look again.
veil-review-asked-before = Only moderators can lift this veil. I’ve asked them already.
veil-logged-review = { $who } asks you to look again at a veil in { $place } · { $url }
veil-not-now = Discord did not let me finish the veil, so I took it back: the message is as it was. Try again in a moment.

# What I posted myself
posts-covered = **Covered** · { $episode ->
    [1] spoils episode 1
    [2] spoils episodes 1 and 2
   *[other] spoils episodes 1 to { $episode }
}
posts-covered-whole = There was an answer here that somebody had shared. It says more than may be said here, so I took it away.
posts-what-share = That’s an answer that somebody shared. **Cover** puts what it tells into a closed box; **Remove** takes it away altogether.
posts-what-written = That’s an answer that somebody shared. **Cover** and **Remove** both take away what it tells; where it stood, **Cover** leaves a note that says so.
posts-what-result = That’s the result of a poll. **Cover** leaves only a line that it has ended; whoever has seen enough can still read the result with its button.
posts-is-covered = That post is covered already.
posts-cover = Cover
posts-remove = Remove
posts-now-covered = That post is covered now.
posts-removed = That post is gone.
posts-lost = I can’t reach that post any more. A moderator can delete it.
posts-gone = That post is gone, or isn’t mine.
posts-not-yours = Only moderators, and whoever shared or hosts it, can cover that post of mine.
posts-nothing = That post of mine tells none of the plot, so there is nothing to cover.
posts-stay-covered = What I covered in my own posts stays covered. Share it again where it may be read.
posts-card-covered = { $episode ->
    [1] Noted: it spoils episode 1. I’ll cover it wherever that can’t be said.
    [2] Noted: it spoils episodes 1 and 2. I’ll cover it wherever that can’t be said.
   *[other] Noted: it spoils episodes 1 to { $episode }. I’ll cover it wherever that can’t be said.
}
posts-logged-lost = I could not cover a post of mine that says more than may be said there. Please cover or delete it: { $url }
posts-logged-covered = { $who } covered a post of mine · { $place }
posts-logged-removed = { $who } removed a post of mine · { $place }
veil-command = Write about what others have not seen yet
veil-name-veil = veil
veil-name-write = write
veil-write-command = Write a message that is covered as a spoiler from the start
veil-write-form = Write under a veil
veil-write-text = Your message
veil-write-example = Nobody reads it without opening it.
veil-raised = It reads as if it spoiled episode { $episode }, so I wrote that above it.
veil-lower = No, only episode { $episode }
veil-lowered = It now says that it spoils up to episode { $episode }. The moderators can read in their log that you said so.
veil-logged-lower = { $who } says that a veiled text spoils up to episode { $episode } only, though it reads like episode { $reads } · { $place } · { $url }
veil-handed-back = { $why }
    Your text, to copy:
    { $written }
