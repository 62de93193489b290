#!/usr/bin/env python3
"""How long `ksb trace` takes for many documents that cite a standard, compared with `grep -rE '[KSB][0-9]+'` over the
same files.

Builds the release binary (or takes the one that --ksb names) and makes a folder of 10,000 files of 10 kB, half of them
Markdown and half CSV, that cite the sample of the canal lock keeper. Each of the two programs reads the whole folder from
the cache of the system, and writes its results to a pipe that is read to its end. `grep` finds every line with what looks
like a code, on one core. `ksb trace` reads every file as a document, decides which codes are meant, looks for the texts of
statements, runs all rules for documents that cite, and writes its findings as lines, on all cores.

Prints the elapsed time and the CPU time of both (the best of three rounds, after one that is not
counted), the ratio of the elapsed times, and the time for a single file. Exits with 1 if `ksb trace` takes more than
three times as long as `grep`, or more than 30 ms for one file.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STANDARD = ROOT / "samples/canal-lock-keeper-1.1.standard.json"
MOST_RATIO, MOST_MILLISECONDS, ROUNDS = 3.0, 30.0, 3
WORDS = "the crew opened a gate before rain and wrote down what they saw beside water at noon for our log".split()


def codes(rng):
    return ", ".join(f"{kind}{rng.randint(1, 19)}" for kind in rng.choices("KS", k=rng.randint(1, 3)))


def sentence(rng):
    return " ".join(rng.choices(WORDS, k=12))


def markdown(rng, size):
    parts, length = ["# Scheme of work\n"], 0
    while length < size:
        part = f"\n## Week {len(parts)}\n\n{sentence(rng)} ({codes(rng)}).\n{sentence(rng)}.\n{sentence(rng)}.\n"
        parts.append(part)
        length += len(part)
    return "".join(parts)


def csv(rng, size):
    rows, length = ["Learner,Standard,KSB,Evidence,Date\n"], 0
    while length < size:
        row = f'L{rng.randint(1, 99)},ST9901,"{codes(rng)}",{sentence(rng)} {sentence(rng)},2026-03-04\n'
        rows.append(row)
        length += len(row)
    return "".join(rows)


def make(folder, count, size):
    rng = random.Random(7)
    for number in range(count):
        text, ending = (markdown, "md") if number % 2 else (csv, "csv")
        (folder / f"{number:05}.{ending}").write_text(text(rng, size))


def seconds(command):
    """The elapsed time and the CPU time of all cores: the best of a few rounds, after one that fills the cache. The output
    is read and discarded: grep, which stops at the first match when nobody reads, would not do its work."""
    times = []
    for _ in range(ROUNDS + 1):
        start, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            while process.stdout.read(1 << 16):
                pass
        passed, now = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append((passed, now.ru_utime - used.ru_utime + now.ru_stime - used.ru_stime))
    return tuple(map(min, zip(*times[1:])))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ksb", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--size", type=int, default=10_000, help="the size of each file, in bytes")
    arguments = parser.parse_args()
    ksb = arguments.ksb
    if ksb is None:
        subprocess.run(["cargo", "build", "--release", "--bin", "ksb"], cwd=ROOT, check=True)
        ksb = ROOT / "target/release/ksb"
    trace = [ksb, "trace", "--no-config", "--format", "concise", "--fail-on", "never", STANDARD]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, arguments.files, arguments.size)
        grep, of_grep = seconds(["grep", "-rE", "[KSB][0-9]+", folder])
        many, of_many = seconds([*trace, folder])
        one = seconds([*trace, folder / "00001.md"])[0] * 1000
    print(f"{arguments.files} files of {arguments.size} bytes, half of them Markdown and half CSV")
    print(f"grep -rE '[KSB][0-9]+' takes {grep:.2f} s, with {of_grep:.2f} s of processor time on one core")
    print(f"ksb trace takes {many:.2f} s, with {of_many:.2f} s of processor time on {os.cpu_count()} cores")
    print(f"ksb trace takes {many / grep:.1f} times as long; for one file it takes {one:.1f} ms")
    sys.exit(many > MOST_RATIO * grep or one > MOST_MILLISECONDS)


if __name__ == "__main__":
    main()
