"""Asks a trail through the command, and its archive through the printed statements; prints what came out, and the seconds it took, as one line of JSON."""

import json
import sys
import time
from collections.abc import Callable

from pyspark.sql import Row, SparkSession
from trail_calls import counts, piped

trail, statements = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()


def timed(ask: Callable[[], list[Row]]) -> tuple[list[Row], list[float]]:
    """The rows, and the seconds of three runs: the first starts the workers."""
    seconds: list[float] = []
    rows: list[Row] = []
    for _ in range(3):
        begun = time.monotonic()
        rows = ask()
        seconds.append(round(time.monotonic() - begun, 2))
    return rows, seconds


pipe_rows, pipe_seconds = timed(lambda: piped(spark, trail, 16).groupBy("eventSource", "eventName").count().collect())

with open(statements, encoding="utf-8") as file:
    for statement in file.read().split(";\n"):
        if statement.strip():
            spark.sql(statement)
BY_API = "SELECT event_source, event_name, count(*) FROM cloudtrail GROUP BY ALL"
table_rows, table_seconds = timed(lambda: spark.sql(BY_API).collect())
partitions = sorted(row[0] for row in spark.sql("SHOW PARTITIONS cloudtrail").collect())
by_folder = spark.sql("SELECT account, region, day, count(*) FROM cloudtrail GROUP BY ALL ORDER BY ALL").collect()
rows = spark.sql(
    "SELECT event_id, unix_millis(event_time), to_json(resources), record_sha256 = sha2(raw, 256) FROM cloudtrail"
    " WHERE event_source = 'glue.amazonaws.com' ORDER BY event_id LIMIT 2000"
).collect()
resources = spark.sql(
    "SELECT r.type, count(*) FROM cloudtrail LATERAL VIEW explode(resources) AS r GROUP BY ALL ORDER BY ALL"
).collect()

print(
    json.dumps(
        {
            "version": spark.version,
            "pipe": counts(pipe_rows),
            "table": counts(table_rows),
            "partitions": partitions,
            "folders": [list(row) for row in by_folder],
            "rows": [list(row) for row in rows],
            "resources": [list(row) for row in resources],
            "seconds": {"pipe": pipe_seconds, "table": table_seconds},
        }
    )
)
