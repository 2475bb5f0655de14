# La relecture d’une visite en son temps.

replay-seen = { $what } (vu à { $at })
replay-entered = { $what } (noté à { $at })
replay-gap-paused = pause de { $duration }, sautée
replay-gap-closed = application fermée pendant { $duration }, temps sauté
replay-order-recorded = dans l’ordre de la saisie
replay-order-happened = dans l’ordre des faits, sans les annulations
replay-playing = lecture { $speed }
replay-stopped = à l’arrêt { $speed }
replay-position = événement { $played }/{ $all } · { $end }
replay-sign-mark = repère
replay-sign-note = note
replay-sign-late = tardif
replay-sign-fact = ordinateur
replay-sign-gap = sauté
replay-items = Aller à la première saisie d’un point
replay-nothing-about = Rien n’a été noté pour ce point.
replay-choose = Quelle visite rejouer ?
replay-none = Aucune visite à rejouer pour l’instant. Les visites terminées apparaissent ici.
replay-plain-head = Rejouée { $speed }, { $order }
replay-bad-speed = « { $speed } » n’est pas une vitesse : tapez un nombre supérieur à 0, comme 4 ou 0,5.
