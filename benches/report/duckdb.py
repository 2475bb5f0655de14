"""The figures of a folder or file of sessions by DuckDB, typed columns of what is needed only.

python duckdb.py PATH: prints one JSON object: seconds, peak KiB, and the figures to compare.
"""

import json
import resource
import sys
import time

import duckdb

COLUMNS = {
    "status": "VARCHAR",
    "kind": "VARCHAR",
    "site": "STRUCT(id VARCHAR)",
    "checklist": "STRUCT(id VARCHAR)",
    "score": "STRUCT(percent DOUBLE, points DOUBLE, possible DOUBLE)",
    "answers": 'STRUCT(behaviour VARCHAR, item VARCHAR, "type" VARCHAR, value JSON)[]',
}
SCORES = """
    select site.id, checklist.id, count(*), avg(score.percent), 100 * sum(score.points) / sum(score.possible)
    from visits where score.possible > 0 group by all order by all
"""
BEHAVIOURS = """
    select site.id, checklist.id, coalesce(a.behaviour, a.item),
        count(*) filter (a.value = '"yes"'), count(*) filter (a.value = '"partly"'), count(*) filter (a.value = '"no"')
    from (select site, checklist, unnest(answers) as a from visits) where a."type" = 'behaviour' group by all order by all
"""

columns = "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items()) + "}"
started = time.perf_counter()
database = duckdb.connect()
database.execute(
    f"""create temp table visits as select * from read_json($1, columns = {columns},
        format = 'newline_delimited', maximum_object_size = 33554432)
        where status = 'complete' and kind <> 'training'""",
    [sys.argv[1]],
)
scores = database.execute(SCORES).fetchall()
behaviours = database.execute(BEHAVIOURS).fetchall()
print(
    json.dumps(
        {
            "version": duckdb.__version__,
            "seconds": time.perf_counter() - started,
            "kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            "scores": scores,
            "behaviours": behaviours,
        }
    )
)
