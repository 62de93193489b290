#!/usr/bin/env python3
"""`ksb progression` over catalogues of 100 to 900 current standards, all pairs.

Builds the release binary and the generator (or takes those that --ksb and --generator name), makes a catalogue, and takes
one version of each standard from it. Prints for each size how many statements there are, the best time of a few runs, and
the memory. Exits with 1 if 900 standards take more than 5 seconds or 500 MB.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES, ROUNDS = (100, 200, 300, 450, 600, 900), 3
MOST_SECONDS, MOST_BYTES = 5.0, 500 * 1000 * 1000
# This many records have more than 900 standards.
RECORDS = 2700
STATEMENTS = ("knowledges", "skills", "technicalKnowledges", "technicalSkills")


def current(records):
    """One version of each standard: the approved one, otherwise the last."""
    chosen = {}
    for record in records:
        before = chosen.get(record["referenceNumber"])
        if before is None or before["status"] != "Approved for delivery":
            chosen[record["referenceNumber"]] = record
    return list(chosen.values())


# Runs a command, and prints its time in seconds and its memory. It is a separate process, because the memory of the
# process that starts a program counts towards that of the program.
RUN = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), time.perf_counter() - start, usage.ru_maxrss * 1024)
"""


def measured(command):
    """The seconds that a command takes, and its greatest memory in bytes."""
    ran = subprocess.run([sys.executable, "-c", RUN, *map(str, command)], stdout=subprocess.PIPE, check=True)
    code, seconds, memory = ran.stdout.split()
    if int(code) != 0:
        raise RuntimeError(f"ksb ended with {code.decode()}")
    return float(seconds), int(memory)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ksb", type=Path)
    parser.add_argument("--generator", type=Path)
    arguments = parser.parse_args()
    ksb, generator = arguments.ksb, arguments.generator
    if ksb is None or generator is None:
        build = ["cargo", "build", "--release", "--bin", "ksb", "--example", "generate-catalogue"]
        subprocess.run(build, cwd=ROOT, check=True)
        release = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
        ksb = ksb or release / "ksb"
        generator = generator or release / "examples" / "generate-catalogue"
    made = subprocess.run([generator, "--records", str(RECORDS)], stdout=subprocess.PIPE, check=True)
    standards = current(json.loads(made.stdout))
    missed = False
    print("standards  statements  seconds  memory")
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            own = standards[:size]
            count = sum(len(record.get(key) or ()) for record in own for key in STATEMENTS)
            path = Path(name) / f"{size}.json"
            path.write_text(json.dumps(own))
            runs = [measured([ksb, "progression", path, "--format", "csv"]) for _ in range(ROUNDS)]
            seconds, memory = min(run[0] for run in runs), max(run[1] for run in runs)
            print(f"{len(own):9}  {count:10}  {seconds:7.2f}  {memory / 1e6:4.0f} MB")
            missed = missed or seconds > MOST_SECONDS or memory > MOST_BYTES
    sys.exit(missed)


if __name__ == "__main__":
    main()
