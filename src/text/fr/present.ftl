## Une grille devant une classe.
present-title = Présenter une grille
present-site = Démonstration
present-jump = Item { $number }, puis Entrée
present-turn = tourner
present-hide = cacher les repères
present-show = montrer les repères
