## A checklist in front of a class.
present-title = Present a checklist
present-site = Demonstration
present-jump = Item { $number }, then Enter
present-turn = turn
present-hide = hide guidance
present-show = show guidance
