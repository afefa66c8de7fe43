# /etoile

facts-command = The series, up to where you are
facts-status-command = Where the series stands, and what’s coming up here
facts-facts-command = Look up a fact, with its sources
facts-facts-about = What about? Leave empty to choose a topic
facts-cast-command = Who plays whom
facts-cast-who = An actor or a character
facts-episode-command = An episode: what it’s about, its works and places
facts-episode-number = 1 to 8
facts-timeline-command = Everything that happened to the series, in order
facts-glossary-command = Words of ballet, and how to say them
facts-glossary-term = A word of ballet
facts-help-command = What I can do for you

facts-alt-status = { $headline }. { $steps }.
facts-alt-step = { $date }: { $what }
facts-alt-list = { $title }. { $entries }.
facts-city-new-york = New York
facts-city-paris = Paris
facts-as-of = As of { $date }
facts-looked-into = Last checked on { $date }; nothing newer.
facts-status-why = Why?
facts-server-note = A note from this server:
facts-status-sure = How sure?
facts-status-open = Nobody knows:
facts-status-nothing = Nothing yet. `/party schedule` or `/poll preset` would change that.
facts-status-go = Open
facts-status-more = Why?
facts-on-party = Watch party: episode { $first }
facts-on-parties = Watch party: episodes { $first } to { $last }
facts-on-poll = Poll: { $question }
facts-on-arc = The arc: { $question }
facts-on-gated-poll = A poll that spoils episodes up to { $episode }
facts-next-party = Next watch party

facts-standing-disputed = Sources disagree
facts-standing-stands = Stands
facts-standing-overtaken = This was overtaken
facts-mark-disputed = sources disagree
facts-mark-overtaken = overtaken
facts-claimed = What had been said:
facts-more-sources = and { $count ->
    [one] one more
   *[other] { $count } more
}

facts-billing-main = main cast
facts-billing-recurring = recurring
facts-billing-guest = guest
facts-billing-dancer = dancer
facts-company-mbt = Metropolitan Ballet Theater, New York
facts-company-lbn = Le Ballet National, Paris
facts-actor-unknown = actor not named

facts-episode = Episode { $number }
facts-episode-titled = Episode { $number } · “{ $title }”
facts-unofficial = “{ $title }”
facts-released = Released { $date }
facts-works = Works and music
facts-places = Places
facts-say = Say “{ $sound }”

facts-list-topics = What would you like to know?
facts-list-cast = Who is who
facts-list-episodes = The eight episodes
facts-list-timeline = The story of the series
facts-list-glossary = Words of ballet
facts-list-bonds = Bonds
facts-list-empty = Nothing here that wouldn’t spoil you.
facts-topic-count = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
facts-above-help = All I can do
facts-above-topics = All topics
facts-above-topic = All on this topic
facts-following = Next fact ▸
facts-above-cast = Who is who
facts-above-episodes = All episodes
facts-above-timeline = The timeline
facts-above-glossary = All words
facts-above-bonds = All bonds
facts-sheet = Page { $sheet } of { $sheets }
facts-open = Read about…

facts-kept-back = I’m holding back whatever you haven’t reached yet.
facts-hidden-title = Not yet
facts-hidden = This belongs to what happens up to episode { $episode }. You haven’t told me that you’ve watched that far, so I’m holding it back.
facts-anyway = { $episode ->
    [1] Show anyway (spoils episode 1)
    [2] Show anyway (spoils episodes 1 and 2)
   *[other] Show anyway (spoils episodes 1 to { $episode })
}
facts-why-ask = I ask once, so that I never tell you too much. Only you ever see your answer.
facts-share = Share
facts-nothing-to-share = That page showed you nothing, so there’s nothing to share.
facts-shared-by = { $name } asked me, and shares the answer
facts-covered = { $episode ->
    [1] The rest spoils episode 1:
    [2] The rest spoils episodes 1 and 2:
   *[other] The rest spoils episodes 1 to { $episode }:
}
facts-mine = Show me what I may see
facts-missing = I don’t have that. Closest matches:
facts-gone = That page no longer exists. Ask again with `/etoile`.

facts-help-title = What I do
facts-help-etoile = **The series** · `/etoile ask`
    -# What’s known, and who says so
facts-help-etoile-button = Status
facts-help-progress = **Your progress** · `/progress set`
    -# I show you nothing beyond it
facts-help-progress-button = Show
facts-help-recap = **Recaps** · `/recap episode`
    -# Up to where you are
facts-help-recap-button = Read
facts-help-party = **Parties** · `/party schedule`
    -# In your own time zone
facts-help-party-button = See all
facts-help-club = **Club** · `/club start`, `/party find`
    -# A whole season, at a time that suits everybody
facts-help-poll = **Polls** · `/poll preset`
    -# New York or Paris?
facts-help-poll-button = See all
facts-help-quiz = **Quiz** · `/quiz me`
    -# Only about what you’ve seen
facts-help-quiz-button = Play
facts-help-mydata = **Your data** · `/mydata show`
    -# Read it, save it, delete it
facts-help-mydata-button = Show
facts-help-setup = **For moderators** · `/etoile-admin setup`, `/etoile-admin horizon`
    -# **Veil as spoiler…**, in a message’s menu under Apps, covers what says too much.
facts-help-setup-button = Set-up
facts-help-horizon-button = All horizons

# Names of commands and options
facts-name-status = status
facts-name-facts = facts
facts-name-cast = cast
facts-name-episode = episode
facts-name-timeline = timeline
facts-name-glossary = glossary
facts-name-help = help
facts-name-about = about
facts-name-who = who
facts-name-number = number
facts-name-term = term
facts-name-ask = ask
facts-name-question = question

facts-ask-command = Ask anything about the series, in your own words
facts-ask-question = Your question, as you would ask a friend
facts-ask-row = Ask: { $question }
facts-ask-season-2 = Season 2?
facts-ask-why = Why cancelled?
facts-ask-where = Where to watch?
facts-ask-who = Who is who?
facts-ask-true = A true story?
facts-go-to = Go to: { $page }
facts-timeline-about = What happened? Leave empty for all of it
facts-several = I’m not sure which of these you mean:
facts-later = If it’s further on than you’ve told me you’ve watched, I’ll keep it to myself.
facts-sources = { $count ->
    [one] Source
   *[other] Sources ({ $count })
}
facts-sources-title = Where it comes from
facts-source-later = more once you’ve watched further
facts-source-spoils = spoils up to episode { $episode }
facts-source-language-en = in English
facts-source-language-fr = in French
facts-source-language-it = in Italian
facts-source-language-de = in German
facts-source-language-pt = in Portuguese
facts-back = Back
