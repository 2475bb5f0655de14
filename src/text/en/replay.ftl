# Replay of a visit.

replay-seen = { $what } (seen at { $at })
replay-entered = { $what } (entered at { $at })
replay-gap-paused = pause of { $duration }, passed over
replay-gap-closed = { $duration } with the application closed, passed over
replay-order-recorded = as it was entered
replay-order-happened = as it happened: each thing when it was seen; what was undone is left out
replay-playing = playing { $speed }
replay-stopped = stopped { $speed }
replay-position = event { $played }/{ $all } · { $end }
replay-sign-mark = mark
replay-sign-note = note
replay-sign-late = late
replay-sign-fact = computer
replay-sign-gap = passed over
replay-items = Go to an item: when it first came up
replay-nothing-about = Nothing was entered for this item.
replay-choose = Which visit to replay?
replay-none = No visit yet to replay. Those that are finished will be here.
replay-plain-head = Replay { $speed }, { $order }
replay-bad-speed = “{ $speed }” is no speed: a number above 0, such as 4 or 0.5.
