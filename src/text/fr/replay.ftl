# La relecture d’une visite en son temps.

replay-seen = { $what } (vu à { $at })
replay-entered = { $what } (noté à { $at })
replay-gap-paused = pause de { $duration }, passée
replay-gap-closed = application fermée pendant { $duration }, passées
replay-order-recorded = ordre de la saisie
replay-order-happened = ordre des faits : chaque chose quand elle a été vue, sans les annulations
replay-playing = lecture { $speed }
replay-stopped = à l’arrêt { $speed }
replay-position = événement { $played }/{ $all } · { $end }
replay-sign-mark = repère
replay-sign-note = note
replay-sign-late = après coup
replay-sign-fact = ordinateur
replay-sign-gap = passé
replay-items = Aller à un point : heure de sa première réponse
replay-nothing-about = Rien n’a été noté pour ce point.
replay-choose = Quelle visite rejouer ?
replay-none = Aucune visite encore à rejouer. Celles qui sont terminées seront ici.
replay-plain-head = Rejouée { $speed }, { $order }
replay-bad-speed = « { $speed } » n’est pas une vitesse : un nombre au-dessus de 0, comme 4 ou 0,5.
