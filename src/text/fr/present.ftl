## Une grille devant une classe.
present-title = Présenter une grille
present-site = Démonstration
present-jump = Point { $number }, puis Entrée
present-turn = tourner
present-hide = cacher les critères
present-show = montrer les critères
