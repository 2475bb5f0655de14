# During the visit: what is typed, and what a key did.

app-pending-at = Next answer: seen at { $at }. Press { $key }, then 0, to cancel.
app-notice-text-kept = Your text is kept: { $key } to go on with it.
app-notice-duration-form = Type a time, for example 90, 1:30 or 2.5 min.
app-notice-two-readings = “{ $text }” can mean two numbers: type { $thousands } or { $decimal }.
app-notice-time-before-start = { $time } is before the visit, which started at { $start }. For how long ago, type for example 1 min 30.
app-notice-time-in-future = { $time } is still to come: it is { $now } now.
plain-seen-at = The next answer counts as seen at { $at }.
app-notice-paste-ignored = Pasted text does nothing here. Open a note first, then paste.
app-key-skip = skip
app-key-stop-timer = stop timer

# Typed numbers that are not taken.
app-notice-too-many-digits = “{ $text }” has more digits than can be kept exactly: 15 are always possible.
app-notice-currency = “{ $text }” names a currency, and nothing here is counted in one. Type the number without it.
app-notice-other-unit = “{ $text }” names another unit: type the number in { $unit }.
# Limits of a number, and conditions.
limits-between = Type a number from { $min } to { $max }.
limits-at-least = Type a number that is { $min } or more.
limits-at-most = Type a number that is { $max } or less.
condition-is = “{ $item }” is { $answers }
condition-above = above { $number }
condition-at-least = at least { $number }
condition-below = below { $number }
condition-at-most = at most { $number }
condition-and = { $one } and { $other }
condition-or = { $one } or { $other }
condition-not = not ({ $condition })
show-condition = Condition: { $condition }
show-points = points { $points }
show-exclusive = excludes the others
