# Replay of a visit.

replay-seen = { $what } (seen at { $at })
replay-entered = { $what } (entered at { $at })
replay-gap-paused = pause of { $duration }, skipped
replay-gap-closed = application closed for { $duration }, skipped
replay-order-recorded = in the order of entry
replay-order-happened = as it happened; what was undone is left out
replay-playing = playing { $speed }
replay-stopped = stopped { $speed }
replay-position = event { $played }/{ $all } · { $end }
replay-sign-mark = mark
replay-sign-note = note
replay-sign-late = late
replay-sign-fact = computer
replay-sign-gap = skipped
replay-items = Go to the first entry of an item
replay-nothing-about = Nothing was recorded for this item.
replay-choose = Which visit to replay?
replay-none = No visit to replay yet. Finished visits appear here.
replay-plain-head = Replay { $speed }, { $order }
replay-bad-speed = “{ $speed }” is not a speed: type a number above 0, such as 4 or 0.5.
