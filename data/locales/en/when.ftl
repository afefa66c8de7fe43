# Dates that people type, and time zones

when-not-understood = I could not read that date. Type for example `friday 9pm`, `4 december 20:30`, `in 3 days`, `2026-12-04 20:30`, or pick one with Discord’s `@time`.
when-no-time = I understood { $day }, but at what time? Type for example `{ $day } 21:00`.
when-past = That moment has passed. Type one that is still ahead, for example `tomorrow 21:00`.
when-too-far = That is too far away: I plan at most two years ahead.
when-ambiguous = That can mean { $first } or { $second }. Type the one you mean, with the time: `{ $first } 21:00` or `{ $second } 21:00`.
when-which-half = Morning or evening? Type `{ $first }` or `{ $second }` for the time.
when-midnight = Which night? Type the time as `23:59` at the end of the day, or as `00:00` with the day that begins then.
when-no-such-day = There is no such day. Check the date, for example against a calendar, and type it again.
when-weekday-wrong = The day of the week and the date do not fit together. If you mean the date, type `{ $day }` with the time.
when-skipped = The clocks go forward over that hour, so it does not exist that night. Type `{ $first }` or `{ $second }` instead.
when-twice = The clocks go back, so that hour comes twice. Type `{ $first }` for the first or `{ $second }` for the second time.
when-zone-letters = Letters like EST or CET change their meaning through the year. Leave them out (I use your own zone), or end with `Paris time`, `New York time` or `UTC`.

when-no-day = I could not read that day. Type for example `25 december`, or `2026-12-25`.
when-no-weekdays = I could not read those days. Type for example `mon thu`, or `monday and thursday`.

when-zone-unknown = I do not know that zone. Type the name of a large city near you, such as `Paris`, `Montréal` or `New York`, and pick from the list.
when-zone-set = Your zone is { $zone }. It is { $time } there now.
when-zone-none = You have not told me your zone.
