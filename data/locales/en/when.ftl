# Dates that people type, and time zones

when-not-understood = I couldn’t read that date. Type for example `friday 9pm`, `4 december 20:30`, `in 3 days`, `2026-12-04 20:30`, or pick one with Discord’s `@time`.
when-no-time = I understood { $day }, but at what time? Type for example `{ $day } 21:00`.
when-past = That moment has passed. Type one that is still ahead, for example `tomorrow 21:00`.
when-too-far = That is too far away: I plan at most two years ahead.
when-no-such-day = There is no such day. Check the date in a calendar, and type it again.
when-part-wrong = The time and the part of the day don’t match. Leave one of them out, for example `tomorrow 20:00`.
when-times-differ = Those two times are not the same moment. Type the one that counts, with its zone if it is not yours.

when-asked-half = Morning or evening? Type the one you mean: { $choices }.
when-asked-day = Which day do you mean? Type it: { $choices }.
when-asked-order = Which number is the month? Type the date you mean: { $choices }.
when-asked-zone = That name can mean more than one zone. In your time it would be one of these, type it: { $choices }.
when-asked-midnight = Which night? Type the one you mean: { $choices }.
when-asked-span = Counted from now, or at that time of day? Type the moment you mean: { $choices }.
when-asked-twice = The clocks go back, so that hour comes twice. Type the first or the second: { $choices }.
when-asked-skipped = The clocks go forward over that hour, so it does not exist that night. Type one of these instead: { $choices }.
when-asked-weekday = The day of the week and the date don’t match. Type the one you mean: { $choices }.
when-asked-several = That can mean more than one moment. Type the one you mean: { $choices }.
when-asked-which-day = That can mean more than one day. Type the one you mean: { $choices }.

when-no-day = I couldn’t read that day. Type for example `25 december`, or `2026-12-25`.
when-day-past = That day has passed. Type one that is still ahead, for example `25 december`.
when-no-weekdays = I couldn’t read those days. Type for example `mon thu`, `mon-fri` or `weekend`.
when-no-rhythm = I couldn’t read how often. Type for example `every week`, `every 3 days`, `every other friday` or `third friday of the month`.

when-zone-unknown = I don’t know that zone. Type the name of a large city near you, such as `Paris`, `Montréal` or `New York`, and pick from the list.
when-zone-set = Your zone is { $zone }. It is { $time } there now.
when-zone-none = You haven’t told me your zone. Name a large city near you with `/party zone`, and I read the times you type on its clock.
