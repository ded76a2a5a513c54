"""The calls that the command finds in a trail, as a DataFrame, and how many there are of each API."""

import os
import shlex
from collections.abc import Callable, Iterable

from pyspark.sql import DataFrame, Row, SparkSession

FILES = "AWSLogs/*/CloudTrail/*/*/*/*/*.json.gz"

Watch = Callable[[int, Iterable[str]], Iterable[str]]


def piped(spark: SparkSession, trail: str, tasks: int, watch: Watch | None = None) -> DataFrame:
    """Each log file is one line of text, which is what `decode - --stream` takes."""
    command = f"{shlex.quote(os.environ['NODE'])} cli.cjs decode - --stream"
    lines = spark.sparkContext.textFile(f"{trail}/{FILES}").coalesce(tasks)
    found = lines.pipe(command, env={}, checkCode=True)
    seen = found if watch is None else found.mapPartitionsWithIndex(watch)
    return spark.read.schema("eventSource STRING, eventName STRING").json(seen)


def counts(rows: list[Row]) -> dict[str, int]:
    return {f"{row[0]}/{row[1]}": row[2] for row in rows}
