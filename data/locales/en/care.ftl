# "Something wrong?"

report-button = Something wrong?
report-title = Something wrong?
report-label = What is it?
report-hint-moderators = A spoiler, an error, anything. The moderators of this server read it, with your name.
report-hint-operator = A spoiler, an error, anything. Whoever runs me reads it, with your name.
report-example = It says who wins, and I am only at episode 3.
report-thanks-moderators = Thank you. The moderators have it.
report-thanks-operator = Thank you. Whoever runs me has it.
report-nobody = Nobody has told me where to take a report, so it would reach no one. Please tell a moderator of this server.
report-empty = You wrote nothing, so there is nothing to pass on.
report-too-many = That’s enough for now: I pass on only a few reports every half hour. Please tell a moderator directly. This is what you had written:
    { $written }
report-lost = I couldn’t pass it on: I can’t write where reports go. Please tell a moderator, and paste this:
    { $written }
report-posted = { $who } says that something is wrong in { $where }
report-posted-direct = { $who } says that something is wrong, in a direct message
report-inside = What they wrote may spoil you:

# Asking the moderators what I cannot answer

question-button = Ask the moderators
question-title = Ask the moderators
question-label = Your question
question-hint-moderators = The moderators of this server read it, with your name.
question-hint-operator = Whoever runs me reads it, with your name.
question-example = What would you like to know?
question-thanks-moderators = Thank you. The moderators have your question.
question-thanks-operator = Thank you. Whoever runs me has your question.
question-posted = { $who } asks in { $where } something I couldn’t answer
question-posted-direct = { $who } asks in a direct message something I couldn’t answer
