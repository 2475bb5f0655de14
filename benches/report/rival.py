"""The figures of a folder or file of sessions by DuckDB, with typed columns of what is needed only.

python rival.py PATTERN all|two: prints one JSON object: version, seconds, seconds of the processor, peak KiB, and the figures to compare, each a
list of rows whose first entry is the key. "two" asks for scores and behaviours alone, and reads no column but theirs.
"""

import json
import resource
import sys
import time

import duckdb

COLUMNS = {
    "status": "VARCHAR",
    "kind": "VARCHAR",
    "relation": "VARCHAR",
    "site": "STRUCT(id VARCHAR)",
    "started_at": "VARCHAR",
    "checklist": "STRUCT(id VARCHAR)",
    "score": "STRUCT(percent DOUBLE, points DOUBLE, possible DOUBLE, failed_critical VARCHAR[])",
    "answers": 'STRUCT(behaviour VARCHAR, item VARCHAR, attitude VARCHAR, "type" VARCHAR, value JSON, '
    "points DOUBLE, possible DOUBLE)[]",
    "outcome": "STRUCT(value JSON)",
}
COLUMNS_OF_TWO = {name: COLUMNS[name] for name in ("status", "kind", "site", "checklist")} | {
    "score": "STRUCT(percent DOUBLE, points DOUBLE, possible DOUBLE)",
    "answers": 'STRUCT(behaviour VARCHAR, item VARCHAR, "type" VARCHAR, value JSON)[]',
}
MEAN = "count(*), avg(score.percent), 100 * sum(score.points) / sum(score.possible)"
SCORE = MEAN + ", count(*) filter (len(score.failed_critical) > 0)"
YES, PARTLY, NO = (f"count(*) filter (a.value = '\"{value}\"')" for value in ("yes", "partly", "no"))
N = f"({YES} + {PARTLY} + {NO})"
JUDGED = f"{N}, {YES}, {PARTLY}, {NO}, ({YES} + {PARTLY} / 2) / nullif({N}, 0)"
# Self-audits count only where they are compared.
SHOPPER = "kind = 'mystery_visit'"
QUESTIONS = {
    "network": f"select checklist.id, {SCORE} from visits where score.possible > 0 and {SHOPPER} group by all",
    "scores": f"""select concat_ws(' ', site.id, checklist.id), {SCORE}
        from visits where score.possible > 0 and {SHOPPER} group by all""",
    "signals": f"""select concat_ws(' ', site.id, checklist.id, substr(started_at, 1, 7)), count(*), avg(score.percent)
        from visits where score.possible > 0 and {SHOPPER} group by all""",
    "behaviours": f"""select concat_ws(' ', site, coalesce(a.behaviour, a.item), checklist), {JUDGED}
        from answers where a."type" = 'behaviour' and {SHOPPER} group by all""",
    "blind_spots": """select concat_ws(' ', site, coalesce(a.behaviour, a.item), checklist),
        count(*) filter (kind = 'self_audit'), count(*) filter (kind = 'mystery_visit')
        from answers where a."type" = 'behaviour' and a.value in ('"yes"', '"partly"', '"no"')
        group by all having count(*) filter (kind = 'self_audit') > 0 and count(*) filter (kind = 'mystery_visit') > 0""",
    "waiting": f"""select concat_ws(' ', site, checklist, a.item), count(*), count(*) filter (a.value = '"never"')
        from answers where a."type" = 'timer' and a.value::varchar not in ('null', '"not_applicable"', '"not_observed"')
            and {SHOPPER} group by all""",
    "mirror": f"""select concat_ws(' ', site, attitude, relation), percent
        from (select site, attitude, relation, avg(100 * points / possible) as percent
            from (select n, site, relation, a.attitude as attitude, sum(a.points) as points, sum(a.possible) as possible
                from answers where {SHOPPER} group by all) where possible > 0 group by all)
        qualify count(*) over (partition by site, attitude) > 1""",
    "drivers": f"""select concat_ws(' ', coalesce(a.behaviour, a.item), checklist),
        avg(outcome::double) filter (a.value = '"yes"'), avg(outcome::double) filter (a.value = '"no"')
        from answers where a."type" = 'behaviour' and {SHOPPER} and outcome::varchar <> 'null' group by all""",
}

path, two = sys.argv[1], sys.argv[2] == "two"
columns = ", ".join(f"'{name}': '{kind}'" for name, kind in (COLUMNS_OF_TWO if two else COLUMNS).items())
READ = f"""read_json($1, columns = {{{columns}}}, format = 'newline_delimited', maximum_object_size = 33554432)
    where status = 'complete' and kind <> 'training'"""
# One statement takes a tenth less than one for each question, and reading twice takes twice as long.
TWO = f"""with visits as materialized (select site, checklist, score, answers from {READ} and {SHOPPER}),
    answers as (select site.id as site, checklist.id as checklist, unnest(answers) as a from visits)
    select 'scores', concat_ws(' ', site.id, checklist.id), [{MEAN}]
        from visits where score.possible > 0 group by all
    union all select 'behaviours', concat_ws(' ', site, coalesce(a.behaviour, a.item), checklist), [{JUDGED}]
        from answers where a."type" = 'behaviour' group by all"""
before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
started = time.perf_counter()
database = duckdb.connect()
if two:
    figures = {"scores": [], "behaviours": []}
    for question, key, found in database.execute(TWO, [path]).fetchall():
        figures[question].append([key, *found])
else:
    database.execute(f"create temp table visits as select row_number() over () as n, * from {READ}", [path])
    database.execute(
        """create temp table answers as select n, site.id as site, checklist.id as checklist, kind, relation,
            outcome.value as outcome, unnest(answers) as a from visits"""
    )
    figures = {question: database.execute(query).fetchall() for question, query in QUESTIONS.items()}
seconds = time.perf_counter() - started
processor = sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - before
kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"version": duckdb.__version__, "seconds": seconds, "processor": processor, "kib": kib, "figures": figures}))
