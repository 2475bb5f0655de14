## The training menu.
training-title = Training
training-keys = The keys, in two minutes
training-replay = Replay a visit
training-replay-what = A past visit in real time, faster, or event by event.
training-keys-what = A short guided visit: each key once.
training-practise = Practise on a scenario
training-practise-what = A scene unfolds while you answer; then the reference, item by item.
training-class = Calibration in class
training-class-what = Who answered what, item by item, and what the class decides.
training-present = Present a checklist
training-present-what = Item by item in large letters, or a visit shown live.
