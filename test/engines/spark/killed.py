"""Asks a trail through the command, kills one executor when half of the tasks are done, and prints what came out and who did what."""

import fcntl
import itertools
import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyspark import InheritableThread
from pyspark.sql import Row, SparkSession
from trail_calls import counts, piped

trail, place = sys.argv[1:]
TASKS = 16
reports, gate = f"{place}/reports", f"{place}/gate"


def executors(application: str) -> list[int]:
    """The processes that are executors of this application and of no other."""
    found: list[int] = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes().split(b"\0")
        except OSError:
            continue
        if any(b"CoarseGrainedExecutorBackend" in word for word in words) and application.encode() in words:
            found.append(int(entry.parent.name))
    return sorted(found)


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def report(word: str, task: int) -> None:
    """One write of a line, which a pipe does not mix with others. The executor is the parent of the daemon that is this worker's parent."""
    with open(reports, "wb", buffering=0) as pipe:
        pipe.write(f"{word} {task} {parent(os.getppid())}\n".encode())


def watch(task: int, every: Iterable[str]) -> Iterator[str]:
    """The second half of the tasks wait at a gate, each in the middle of its lines."""
    lines = iter(every)
    yield from itertools.islice(lines, 10)
    if task >= TASKS // 2:
        report("waiting", task)
        with open(gate, "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH)
    yield from lines
    report("done", task)


spark = SparkSession.builder.getOrCreate()
before = executors(spark.sparkContext.applicationId)
os.mkfifo(reports)
answer: list[Row] = []


def ask() -> None:
    try:
        answer.extend(piped(spark, trail, TASKS, watch).groupBy("eventSource", "eventName").count().collect())
    except Exception:
        # Otherwise the gate would stay closed.
        traceback.print_exc()
        os._exit(1)


log: list[list[str]] = []
with open(os.open(reports, os.O_RDWR), "r", encoding="utf-8") as pipe, open(gate, "wb") as lock:
    fcntl.flock(lock, fcntl.LOCK_EX)
    job = InheritableThread(target=ask)
    job.start()
    while sum(word == "waiting" for word, _, _ in log) < 2:
        log.append(pipe.readline().split())
    at_kill = len(log)
    victim = next(int(pid) for word, _, pid in log if word == "waiting")
    if victim not in before:
        sys.exit(f"{victim} is no executor of this application: {before}")
    os.kill(victim, signal.SIGKILL)
    fcntl.flock(lock, fcntl.LOCK_UN)

    def read() -> None:
        for line in iter(pipe.readline, "end\n"):
            log.append(line.split())

    reader = threading.Thread(target=read)
    reader.start()
    job.join()
    with open(reports, "w", encoding="utf-8") as end:
        end.write("end\n")
    reader.join()

print(
    json.dumps(
        {"executors": before, "victim": victim, "before": log[:at_kill], "after": log[at_kill:], "pipe": counts(answer)}
    )
)
