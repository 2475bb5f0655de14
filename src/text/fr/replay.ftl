# La relecture d’une visite en son temps.

replay-seen = { $what } (vu à { $at })
replay-entered = { $what } (noté à { $at })
replay-gap-paused = pause de { $duration }, passée
replay-gap-closed = application fermée pendant { $duration }, passées
replay-order-recorded = dans l’ordre de la saisie
replay-order-happened = dans l’ordre des faits : ce qui a été noté après coup vient quand il a été vu ; ce qui a été annulé n’y est pas
replay-plain-head = Rejouée { $speed }, { $order }
replay-bad-speed = « { $speed } » n’est pas une vitesse : un nombre au-dessus de 0, comme 4 ou 0,5.
