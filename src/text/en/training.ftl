## The training menu.
training-title = Training
training-keys = The keys, in two minutes
training-keys-what = A short guided visit: each key once.
training-class = Calibration in class
training-class-what = Who answered what, item by item, and what the class rules.
training-present = Present a checklist
training-present-what = Item by item in large letters, or a visit shown live.
