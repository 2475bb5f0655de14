## Le menu de formation.
training-title = Formation
training-keys = Les touches, en deux minutes
training-replay = Rejouer une visite
training-replay-what = Une visite passée en temps réel, plus vite, ou pas à pas.
training-keys-what = Une courte visite guidée : chaque touche une fois.
training-practise = S’exercer sur un scénario
training-practise-what = Une scène se déroule pendant que vous répondez ; puis le corrigé, point par point.
training-class = Calibrage en classe
training-class-what = Qui a répondu quoi, point par point, et ce que la classe décide.
training-present = Présenter une grille
training-present-what = Point par point en grandes lettres, ou une visite montrée en direct.
