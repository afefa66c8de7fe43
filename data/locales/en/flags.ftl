# "This spoils me": readers flag a message, and others who have seen as far say whether it spoils

flag-menu = This spoils me
flag-form = This spoils me
flag-which-about = As far as you can tell: the last episode you’d need to have seen.

flag-thanks = Thank you. I’m asking others who have seen that far, and the moderators. Nobody learns that it was you.
flag-said = Thank you; nobody learns what you said. I cover the message once enough of you agree.
flag-decided = Thank you. That settles it.

flag-question = { $episode ->
    [1] A reader says that a message in { $place } spoils episode 1. If you have seen it: does it?
    [2] A reader says that a message in { $place } spoils episodes 1 and 2. If you have seen them: does it?
   *[other] A reader says that a message in { $place } spoils episodes 1 to { $episode }. If you have seen them: does it?
}
flag-yes = It spoils that
flag-no = It doesn’t
flag-jump = Go to the message
flag-is-veiled = { $episode ->
    [1] A message in { $place } is covered: it spoils episode 1.
    [2] A message in { $place } is covered: it spoils episodes 1 and 2.
   *[other] A message in { $place } is covered: it spoils episodes 1 to { $episode }.
}
flag-is-fine = A message in { $place } was looked at, and stays as it is.
flag-is-lifted = A message in { $place } was covered, and a moderator lifted the veil.
flag-is-over = A message in { $place } was asked about here. Nothing was decided: it was edited or deleted, or too few answered.

flag-told = Readers covered a message of yours, because it spoils up to episode { $episode } where not everybody has seen that far. No harm done: your words are still there, behind a click: { $url }. Next time, `/veil write` covers them from the start. If it was a mistake, choose **Apps → Unveil** in its menu: I’ll ask the moderators to look.
flag-told-delete = Readers covered a message of yours, because it spoils up to episode { $episode } where not everybody has seen that far. Your words are there once more, behind a click: { $url }. I may not delete the original, { $original }: please do. Next time, `/veil write` covers them from the start. If it was a mistake, choose **Apps → Unveil** in the copy’s menu: I’ll ask the moderators to look.
flag-told-here = { $author }, readers covered this message of yours as a spoiler. Your words are behind the click, and `/veil write` covers them from the start. If it was a mistake, **Apps → Unveil** in its menu asks the moderators to look. If your original can still be read, please delete it.

flag-own = That’s your own message. **Apps → Veil as spoiler…** covers it at once.
flag-allowed-here = { $episode ->
    [1] Episode 1 may be talked about here.
   *[other] What happens up to episode { $episode } may be talked about here.
}
flag-nowhere = I have nowhere to ask about it: this server has no log channel, and none where that episode may be talked about. Please tell a moderator.
flag-off = On this server, moderators decide what is covered. Please tell one of them.
flag-often = You have flagged { $count } messages within an hour; that’s as many as I take. If it can’t wait, please tell a moderator.
flag-wrong = What you flagged or agreed on turned out to spoil nothing, twice. You can flag and judge messages again { $days ->
    [1] tomorrow
   *[other] in { $days } days
}.
flag-settled = That message has been judged, or is no longer asked about.
flag-gone = That message was edited or deleted since, so there is nothing to judge any more.
flag-out-of-reach = I can’t look at that message any more. The moderators can.
flag-not-now = Discord did not let me ask about it. Try again in a moment.
flag-not-reached = Only those who have seen episode { $episode } can judge that. If you have: `/progress set` tells me, then press again.
flag-new-here = You came to this server less than a day ago; your voice counts from tomorrow on.
flag-enough = You have helped to judge a lot today, thank you. Now it’s the others’ turn.

flag-logged = A reader says that a message in { $place } spoils up to episode { $episode } · { $url } · **Apps → Veil as spoiler…** covers it
flag-logged-veiled = Readers agreed that a message in { $place } spoils up to episode { $episode }, and I covered it · { $url } · **Apps → Unveil** lifts the veil
flag-logged-fine = Readers agreed that a message in { $place } does not spoil episode { $episode } · { $url }
flag-logged-yes = { $who } says that a message in { $place } spoils up to episode { $episode }; I cover it · { $url }
flag-logged-no = { $who } says that a message in { $place } does not spoil episode { $episode } · { $url }
flag-logged-left = A message in { $place } that spoils up to episode { $episode } could not be covered: it was edited or deleted meanwhile, or I can’t reach it. Please look for yourselves · { $url }
flag-logged-on = { $who } has readers decide, too, what is covered
flag-logged-off = { $who } has only moderators decide what is covered
flag-readers-on = Readers can flag a message with **Apps → This spoils me**; three who have seen as far decide, or one of you.
flag-readers-off = Only moderators decide what is covered: **Apps → This spoils me** is off.
flag-turn-on = Have readers decide, too
flag-turn-off = Moderators alone decide
