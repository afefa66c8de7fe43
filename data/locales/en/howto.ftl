# What can be done with this bot: one page for each record of data/show/howto.toml

howto-vote = Press an answer on the poll’s card; `/poll list` shows every poll here. Press it again to take your vote back, or another to change it, until the poll ends.
howto-poll = `/poll preset` asks a ready-made question, `/poll create` one of your own, `/poll arc` the same question again at every episode. `/poll edit` and `/poll close` are there for whoever asked.
howto-party-join = `/party list` shows what is planned. Press **Going** on the party’s card, or use `/party answer`. When every seat is taken you are put on the waitlist, and I’ll tell you when it’s your turn.
howto-party-plan = `/party schedule` plans one, `/party series` an episode every week, and `/party find` asks everybody first when they can come. Everyone reads the time in their own time zone.
howto-party-change = `/party edit` changes it, `/party cancel` calls it off, `/party skip` leaves out one evening of a series, and `/party revive` brings it back. I tell everybody with a seat.
howto-party-clock = `/party clock` says where everybody is, and lets hosts start, pause and jump. I don’t stream: everybody plays it on their own screen. Whoever has a seat can ask for a break with **Wait!**
howto-reminders = `/party remind` sets when and where I remind you of a party, or that I don’t. I ping nobody who has not asked for it.
howto-zone = `/party zone` sets it by a large city near you. Times on cards are shown in yours by Discord itself.
howto-calendar = `/party calendar` saves one party, a series or all that is planned as a file for any calendar (.ics).
howto-spoilers = `/veil write` writes a message that is covered from the start. For one that is already there: open its menu, then *Apps*, then **Veil as spoiler…**
howto-progress = `/progress set` with the last episode you’ve finished: I show you nothing beyond it. Nobody else ever sees it. `/progress show` lets you change it, `/progress clear` makes me forget it.
howto-recap = `/recap upto` tells the story so far, `/recap episode` one episode in short or in full, `/recap who` one character’s story, and `/recap catchup` what was said here while you caught up.
howto-club = A whole season together, evening by evening. `/club join` gives you a seat at all of them, `/club leave` ends that, `/club programme` shows where you stand. `/club start` sets one up; `/club pause` and `/club stop` halt it.
howto-quiz = `/quiz me` is a round for you alone, `/quiz night` one for the whole channel, `/quiz daily` a question a day, `/quiz table` the points. Nobody is asked about what they haven’t seen.
howto-data = `/mydata show` shows all of it, on every server; `/mydata export` saves it as a file, `/mydata delete` deletes it at once.
howto-moderators = Below every answer, **⋯** holds **Something wrong?**: it goes to the moderators, with your name. Below a question that I can’t answer there is **Ask the moderators**.
howto-share = Only you see what I answer. **Share** below it posts it in the channel: as much as may be said there openly, the rest behind a click.
howto-commands = `/etoile help` shows all of it, each with a button. Ask me about the series with `/etoile ask`, in your own words.
howto-language = What only you read comes in the language of your Discord, English or French. What I post for everybody comes in the server’s; moderators choose it with `/etoile-admin setup`.
howto-setup = For moderators: `/etoile-admin setup` goes through it step by step, `/etoile-admin status` says how I’m doing here, `/etoile-admin log` where I write what changes.
howto-horizon = For moderators: `/etoile-admin horizon` sets up to which episode a channel may talk openly, `/etoile-admin horizons` shows all channels, `/etoile-admin titles` whether titles count as spoilers, `/etoile-admin guard` has AutoMod watch.
howto-note = For moderators: `/etoile-admin note` puts a note beside the status or another page, until a day that you choose; `/etoile-admin notes` lists them.
