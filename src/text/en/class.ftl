## Calibration in class.
class-title = Calibration in class
class-where = Where are the visits of the class?
class-here = The training visits on this machine
class-other = Another folder or file…
class-folder = Folder or file, as a path:
class-reading = Reading…
class-found = { $sessions ->
    [one] 1 visit read
   *[other] { $sessions } visits read
  }{ $damaged ->
    [0] .
    [one] ; 1 file could not be used: “esprit verify” says why.
   *[other] ; { $damaged } files could not be used: “esprit verify” says why.
  }
class-none = Nothing to compare: no two observers saw the same scenario, or the same site on the same day, with the same checklist. Put the files of the class into one folder, and choose it.
class-observers = { $count ->
    [one] 1 observer
   *[other] { $count } observers
  }
class-most = { $answered ->
    [0] no answer
   *[other] { $most } of { $answered } the same
  }
class-place = { $at } of { $of }
class-again = Several visits, of which the latest counts: { $names }
class-reference-none = No reference: the class decides
class-reference-scenario = Reference: the scenario’s answers
class-reference-observer = Reference: { $observer }
class-reference-choose = What are the answers compared with?
class-expected = Reference: { $answer }.
class-expected-why = Reference: { $answer }. { $why }
class-no-answer = The reference has no answer here.
class-unanswered = no answer
class-ruling = What the class decides; it will appear with the guidance of this item:
class-ruled = Saved: the checklist is now version { $version }, in { $path }. Older visits keep theirs.
