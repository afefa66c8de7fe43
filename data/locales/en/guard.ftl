# AutoMod

guard-name-guard = guard
guard-name-mode = mode
guard-command = Have Discord’s AutoMod report or stop what reads as a spoiler
guard-option-mode = What it does; leave empty to see how it stands
guard-choice-off = off
guard-choice-tell = tell the log channel
guard-choice-stop = stop the message
guard-off = **AutoMod is off.** I make no rules here.
guard-tell = **AutoMod reports to the log channel** what reads as a spoiler where it can’t be said yet. I read no message for that.
guard-stop = **AutoMod stops** what reads as a spoiler where it can’t be said yet, and tells its author where to go. I read no message for that.
guard-rules = { $count ->
    [0] I have no rule here
    [one] I have one rule here
   *[other] I have { $count } rules here
 }{ $others ->
    [0] .
    [one] ; one that looks for words was made by somebody else.
   *[other] ; { $others } that look for words were made by others.
 }
guard-unguarded = { $first ->
    [8] ⚠️ What spoils episode 8 is not looked for: Discord allows six such rules and fifty channels to leave out.
   *[other] ⚠️ What spoils episodes { $first } to { $last } is not looked for: Discord allows six such rules and fifty channels to leave out.
 }
guard-left-out = Not everything fits into Discord’s rules: { $count } rarer ways to say it get through.
guard-not-managers = The rules don’t apply to those who manage the server. They follow your horizons; threads go with their channel.
guard-differs = Somebody changed or deleted some of my rules.
guard-later = Discord hasn’t taken all of it yet. I’ll keep trying; `/etoile-admin guard` shows how far it has got.
guard-left-over = I lack Manage Server. If some of my rules are still there, delete them in the server’s settings, under AutoMod.
guard-still-there = Some of my rules are still there.
guard-mend = Put them right
guard-rule = Étoile { $number }: spoils { $first } to { $last }
guard-stopped = This reads as a spoiler, and can’t be said here yet. /veil write covers it.
guard-stopped-there = This reads as a spoiler. It belongs in { $place }; or use /veil write, which covers it.
guard-needs-log = Alerts need a log channel: choose one with `/etoile-admin log` first.
guard-forbidden = For AutoMod I need the permission Manage Server. Give it to my role and try again; nothing changed.
guard-not-now = Discord won’t tell me how the rules stand right now. Nothing changed; try again in a moment.
guard-no-such-mode = Choose one of the suggestions: off, tell or stop.
guard-logged-off = { $who } switched AutoMod off for spoilers
guard-logged-tell = { $who } set AutoMod to report spoilers
guard-logged-stop = { $who } set AutoMod to stop spoilers
guard-logged-forbidden = My AutoMod rules no longer follow the horizons: I lack Manage Server. Use `/etoile-admin guard` once I have it.
