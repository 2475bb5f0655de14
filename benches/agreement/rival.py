"""Gwet's AC1 and Krippendorff's alpha of each item of a folder of sessions, by irrCAC and krippendorff, without intervals.

python rival.py FOLDER: prints one JSON object: versions, seconds from the first file to the last figure, and the figures,
for each item [AC1, alpha].
"""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

import krippendorff
import numpy
import pandas
from irrCAC.raw import CAC

began = time.monotonic()
CATEGORIES = ["yes", "partly", "no"]
items = {}
for path in sorted(Path(sys.argv[1]).rglob("*.json")):
    session = json.loads(path.read_text())
    for answer in session["answers"]:
        if answer["type"] == "behaviour":
            units = items.setdefault(answer["item"], {})
            units.setdefault(session["scenario"]["id"], {})[session["observer"]["id"]] = answer["value"]

figures = {}
for item, units in items.items():
    ratings = pandas.DataFrame.from_dict(units, orient="index")
    ac1 = CAC(ratings, categories=CATEGORIES, digits=15).gwet()["est"]["coefficient_value"]
    codes = numpy.array([[CATEGORIES.index(value) if value in CATEGORIES else numpy.nan for value in row] for row in ratings.values])
    alpha = krippendorff.alpha(reliability_data=codes.T, value_domain=[0, 1, 2], level_of_measurement="nominal")
    figures[item] = [float(ac1), float(alpha)]

print(json.dumps({
    "name": f"irrCAC {version('irrCAC')} and krippendorff {version('krippendorff')}",
    "seconds": time.monotonic() - began,
    "figures": figures,
}))
