"""Compares ksb with the programs that a user would pick instead, all in one run.

    python3 benches/compare.py [--quick] [--peers FOLDER]

Builds ksb, the bare program and the generator, writes made-up catalogues into a temporary folder, runs every program
on the same files in turn, several rounds, and prints Markdown tables: medians of wall time, of CPU time (user and
system) and of the largest memory, and what they are as a multiple of ksb's. Machines differ and are busy; the ratios
are what matters.

The peers are installed into a folder, `target/peers` unless given: jsonschema-cli (crates.io), check-jsonschema (PyPI)
and ajv-cli with ajv-formats (npm). What cannot be installed is left out, with a note.
"""

import argparse
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
JSONSCHEMA_CLI = "0.60.2"
CHECK_JSONSCHEMA = "0.39.0"
AJV_CLI = "5.0.0"
# How many records a made-up catalogue can have before references run out.
MOST_RECORDS = 25_000


class Measured:
    """What one program took over all rounds."""

    def __init__(self):
        self.wall, self.cpu, self.memory = [], [], []

    def run(self, command, environment=None, stdin=None):
        """Runs a program once."""
        started = time.perf_counter()
        with open(stdin or os.devnull, "rb") as given:
            process = subprocess.Popen(
                [str(part) for part in command],
                stdin=given,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **(environment or {})},
            )
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall.append(time.perf_counter() - started)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)
        if process.returncode not in (0, 1):
            sys.exit(f"{command[0]} ended with {process.returncode}")

    def median(self):
        """Wall seconds, CPU seconds, mebibytes."""
        return tuple(statistics.median(values) for values in (self.wall, self.cpu, self.memory))


def compared(title, programs, rounds, note=""):
    """Runs all programs in turn, and prints a table; the others are compared with the first."""
    measured = {name: Measured() for name, *_ in programs}
    for _ in range(rounds):
        for name, command, *rest in programs:
            measured[name].run(command, *rest)
    print(f"\n### {title}\n")
    if note:
        print(f"{note}\n")
    print("| program | wall | CPU | memory | wall, as a multiple | CPU, as a multiple |")
    print("|---|---|---|---|---|---|")
    first = measured[programs[0][0]].median()
    for name, *_ in programs:
        wall, cpu, memory = measured[name].median()
        times = f"{wall / first[0]:.2f} | {cpu / first[1]:.2f}"
        print(f"| {name} | {wall * 1000:.1f} ms | {cpu * 1000:.1f} ms | {memory:.0f} MiB | {times} |")
    sys.stdout.flush()


def quiet(command, **options):
    """Runs a program, hiding its output unless it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr.strip()[-500:]}")


def installed(folder):
    """The peers that can be installed: a name, and a function of the schema that returns the command up to the files."""
    folder.mkdir(parents=True, exist_ok=True)
    peers = []

    def wanted(name, program, install, command):
        try:
            if not program.exists():
                install()
            peers.append((name, command))
        except (RuntimeError, OSError) as error:
            print(f"without {name}: {error}", file=sys.stderr)

    rust = folder / "bin" / "jsonschema-cli"
    install = ["cargo", "install", "jsonschema-cli", "--version", JSONSCHEMA_CLI, "--root", folder]
    wanted(
        f"jsonschema-cli {JSONSCHEMA_CLI}",
        rust,
        lambda: quiet([*install, "--locked"]),
        lambda schema, files: [rust, "validate", schema, *(part for file in files for part in ("-i", file))],
    )
    python = folder / "venv" / "bin" / "check-jsonschema"

    def venv():
        quiet([sys.executable, "-m", "venv", folder / "venv"])
        quiet([folder / "venv" / "bin" / "pip", "install", "-q", f"check-jsonschema=={CHECK_JSONSCHEMA}"])

    wanted(
        f"check-jsonschema {CHECK_JSONSCHEMA}",
        python,
        venv,
        lambda schema, files: [python, "--schemafile", schema, *files],
    )
    ajv = folder / "node_modules" / ".bin" / "ajv"
    install = ["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", f"ajv-cli@{AJV_CLI}", "ajv-formats@3"]
    options = ["--spec=draft2020", "--strict=false", "--all-errors", "-c", folder / "node_modules" / "ajv-formats"]
    wanted(
        f"ajv-cli {AJV_CLI}",
        ajv,
        lambda: quiet(install),
        lambda schema, files: [ajv, "validate", *options, "-s", schema, *(part for file in files for part in ("-d", file))],
    )
    return peers


def built():
    """The programs of this repository: ksb, the bare one, the generator."""
    quiet(["cargo", "build", "--release", "--locked", "--bins", "--examples"], cwd=ROOT)
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
    return target / "ksb", target / "examples" / "bare", target / "examples" / "generate-catalogue"


def main():
    """Reads the command line, and compares."""
    arguments = argparse.ArgumentParser(description="Compares ksb with other programs, as ratios in one run.")
    arguments.add_argument("--quick", action="store_true", help="fewer rounds and records, to try it out")
    arguments.add_argument("--peers", type=pathlib.Path, default=ROOT / "target" / "peers")
    given = arguments.parse_args()
    ksb, bare, generate = built()
    peers = installed(given.peers.resolve())
    rounds, records = (3, 300) if given.quick else (9, 2032)
    work = pathlib.Path(tempfile.mkdtemp(prefix="ksb-bench-"))
    try:
        run(work, ksb, bare, generate, peers, rounds, records)
    finally:
        shutil.rmtree(work)


def run(work, ksb, bare, generate, peers, rounds, records):
    """All comparisons."""
    native, feed = work / "standard.schema.json", work / "standards-api.schema.json"
    for schema in (native, feed):
        shutil.copy(ROOT / "schemas" / schema.name, schema)
    check = [ksb, "check", "--no-progress", "--no-config", "--format", "concise", "--fail-on", "never"]
    one_thread = {"RAYON_NUM_THREADS": "1"}

    catalogue, lines = work / "catalogue.json", work / "catalogue.jsonl"
    quiet([generate, "--records", str(records), "-o", catalogue])
    quiet([generate, "--records", str(records), "--layout", "lines", "-o", lines])
    size = catalogue.stat().st_size
    compared(
        f"A catalogue of {records:,} records, {size / 1e6:.0f} MB",
        [
            ("ksb check, all rules", [*check, catalogue]),
            ("ksb check, one thread", [*check, catalogue], one_thread),
            ("ksb check, as a stream", [*check[:-4], "--format", "jsonl", "--fail-on", "never", lines]),
            ("serde_json to Value alone", [bare, "parse", catalogue]),
            ("serde_json and jsonschema", [bare, "validate", feed, catalogue]),
        ],
        rounds,
        "All but the last two programs run every rule. The last two read the same bytes on one thread.",
    )
    compared(
        "The same catalogue, other validators with the same schema",
        [("ksb check, all rules", [*check, catalogue])] + [(name, command(feed, [catalogue])) for name, command in peers],
        1,
    )

    distinct = work / "distinct.json"
    quiet([generate, "--records", str(records), "--distinct", "-o", distinct])
    compared(
        f"The same number of records that do not repeat each other's text, {distinct.stat().st_size / 1e6:.0f} MB",
        [
            ("ksb check, all rules", [*check, distinct]),
            ("ksb check, one thread", [*check, distinct], one_thread),
            ("serde_json to Value alone", [bare, "parse", distinct]),
        ],
        rounds,
    )
    distinct.unlink()

    documents = work / "documents"
    count = 1000 if rounds > 3 else 100
    shape = ["--shape", "native", "--layout", "documents", "--bytes", "61000"]
    quiet([generate, "--records", str(count), *shape, "-o", documents])
    files = sorted(documents.iterdir())
    mean = sum(file.stat().st_size for file in files) / len(files)
    half = len(files) // 2
    halves = [shlex.join(map(str, [bare, "validate", native, *some])) for some in (files[:half], files[half:])]
    compared(
        f"{len(files):,} documents of {mean / 1000:.0f} KB",
        [
            ("ksb check, all rules", [*check, documents]),
            ("ksb check, one thread", [*check, documents], one_thread),
            ("serde_json and jsonschema", [bare, "validate", native, documents]),
            ("the same, half of them on each core", ["sh", "-c", f"{halves[0]} & first=$!; {halves[1]} && wait $first"]),
        ],
        rounds,
    )
    compared(
        f"The same {len(files)} documents, other validators with the same schema",
        [("ksb check, all rules", [*check, documents])] + [(name, command(native, files)) for name, command in peers],
        1,
    )
    compared(
        "One of these documents, from a cold start",
        [
            ("ksb check, all rules", [*check, files[0]]),
            ("serde_json and jsonschema", [bare, "validate", native, files[0]]),
            ("git --version", ["git", "--version"]),
        ]
        + [(name, command(native, files[:1])) for name, command in peers],
        rounds * 3,
    )
    real_documents(work, ksb, check, [bare, "validate", native], rounds)
    growth(work, check, generate, rounds)


# Real documents, if they are available: they are not ours to distribute.
REAL = ["seeds/003_*.txt", "seeds/004_*.txt", "formats/occupation-page-*.html"]
COPIES = 300


def real_documents(work, ksb, check, validate, rounds):
    """Copies of real pages, each converted to a native document: all programs on one core."""
    shared = pathlib.Path(os.environ.get("KSB_SHARED", ROOT.parent / "shared"))
    for page in (page for pattern in REAL for page in sorted(shared.glob(pattern))):
        folder = work / "real"
        folder.mkdir()
        converted = folder / "0.standard.json"
        quiet([ksb, "convert", page, "-o", converted])
        for number in range(1, COPIES):
            shutil.copy(converted, folder / f"{number}.standard.json")
        compared(
            f"{COPIES} copies of a real document, converted from {page.name.split('_')[0]}",
            [
                ("ksb check, all rules, one thread", [*check, folder], {"RAYON_NUM_THREADS": "1"}),
                ("serde_json and jsonschema", [*validate, folder]),
            ],
            rounds,
        )
        shutil.rmtree(folder)


def growth(work, check, generate, rounds):
    """How the cost grows with the number of records."""
    print("\n### How the cost grows\n")
    print("Records in JSON lines, `--format jsonl`. There are enough references for 25,000 records.")
    print("Longer inputs are several catalogues one after another, checked with `--scope document`, as an engine")
    print("would check them. The shorter inputs run all rules.\n")
    print("| records | size | wall | CPU | memory | CPU per record |\n|---|---|---|---|---|---|")
    most = 1_000 if rounds <= 3 else 100_000
    records = 1
    while records <= most:
        file = work / "grows.jsonl"
        scope = ["--scope", "document"] if records > MOST_RECORDS else []
        with open(file, "wb") as lines:
            for seed in range(0, records, MOST_RECORDS):
                count = min(records - seed, MOST_RECORDS)
                shape = ["--records", count, "--layout", "lines", "--seed", seed + 1]
                subprocess.run([str(part) for part in [generate, *shape]], stdout=lines, check=True)
        measured = Measured()
        for _ in range(3 if records <= 10_000 else 1):
            measured.run([*check[:-4], "--format", "jsonl", "--fail-on", "never", *scope, file])
        wall, cpu, memory = measured.median()
        size = file.stat().st_size / 1e6
        each = cpu / records * 1e6
        print(f"| {records:,} | {size:.1f} MB | {wall * 1000:.0f} ms | {cpu * 1000:.0f} ms | {memory:.0f} MiB | {each:.0f} µs |")
        sys.stdout.flush()
        file.unlink()
        records *= 10


if __name__ == "__main__":
    main()
