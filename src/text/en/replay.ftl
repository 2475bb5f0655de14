# Replay of a visit.

replay-seen = { $what } (seen at { $at })
replay-entered = { $what } (entered at { $at })
replay-gap-paused = pause of { $duration }, passed over
replay-gap-closed = { $duration } with the application closed, passed over
replay-order-recorded = as it was entered
replay-order-happened = as it happened: a late entry stands where it was seen; what was undone is left out
replay-plain-head = Replay { $speed }, { $order }
replay-bad-speed = “{ $speed }” is no speed: a number above 0, such as 4 or 0.5.
