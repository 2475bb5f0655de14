## The training menu.
training-title = Training
training-keys = The keys, in two minutes
training-keys-what = A short guided visit: each key once.
