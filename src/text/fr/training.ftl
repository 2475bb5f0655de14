## Le menu de formation.
training-title = Formation
training-keys = Les touches, en deux minutes
training-keys-what = Une courte visite guidée : chaque touche une fois.
