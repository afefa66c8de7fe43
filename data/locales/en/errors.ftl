# What went wrong, said to whoever asked

error-unexpected = Something went wrong on my side. Check whether it was done before you try again. If it happens again, tell a moderator this code: { $reference }.
error-not-allowed = You’re not allowed to do that here. Ask a moderator of this server.
error-form-outlived = I no longer had your form: I was restarted, or you have opened others since. Here is what you had typed; open the form again and paste it.
error-server-only = That only works on a server, not in a direct message.
error-too-fast = Not so fast! Give me a few seconds, then go on.
error-button-gone = This button is from an older version of me, or no longer means anything. Use the command instead: `/etoile help` lists them all.
error-not-begun = Discord didn’t let me start, so nothing was changed. Try again in a moment.
error-answer-lost = What you asked for is done; only my answer got lost on its way through Discord. If you wanted to read something, ask me again.
error-earlier = About what you did { $when }, when Discord did not pass my answer on: { $said }
error-discord = Discord didn’t accept my answer. What you asked for may have been done all the same: have a look before you try again.
error-discord-forbidden = Discord won’t let me do that here: I lack a permission in this channel. A moderator can see which with `/etoile-admin status`.
error-discord-gone = What this belongs to has been deleted on Discord.
error-discord-closed = This thread is archived or locked, so Discord won’t let me write in it. Reopen it, or try again in the channel.
error-discord-door = Discord won’t let me message them: their direct messages are closed to me.
error-discord-full = This server has as many of these as Discord allows. Remove one, then try again.
error-discord-filtered = A filter of this server won’t let that text through. Word it differently, or ask a moderator.
error-discord-large = That is more than Discord takes in one message. Make it smaller, then try again.
error-may-not-write = You can’t write in this channel, so I won’t post there for you. Try it where you can write.
error-server-unavailable = Discord can’t reach this server right now. Nothing was changed; try again in a few minutes.
