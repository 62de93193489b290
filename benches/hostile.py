#!/usr/bin/env python3
"""The cost of inputs that are designed to be expensive, each in two sizes: N and 2N.

Builds the release binary (or takes the one that --ksb names), makes the inputs from samples/, and prints a table: the
CPU of N and of 2N, and their ratio. A cost that grows faster than its input shows as a ratio over 2.3. Exits with 1 if
there is one, or an input takes more than a second.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_RATIO, MOST_SECONDS, ROUNDS = 2.3, 1.0, 3
# Below this, what is measured is mainly the start of the program.
LEAST_SECONDS = 0.1

CLEAN = json.loads((ROOT / "samples/clean.standard.json").read_text())
RECORD = json.loads((ROOT / "samples/api/canal-lock-keeper-1.1.standards-api.json").read_text())
PAGE = (ROOT / "samples/pages/canal-lock-keeper-1.0.txt").read_text()
RETIRED = (ROOT / "samples/pages/canal-lock-keeper-retired.txt").read_text()
HTML = (ROOT / "samples/pages/canal-lock-keeper-1.1.html").read_text()
MAP = (ROOT / "samples/pages/agriculture-environment-animal-care-map.txt").read_text()


def native(indent=None, **changes):
    return json.dumps(CLEAN | changes, ensure_ascii=False, indent=indent)


def statements(n, text=lambda i: f"Word{i} of number {i}."):
    return [{"code": f"K{i + 1}", "text": text(i)} for i in range(n)]


def duties(n, listed=lambda i: ["K1", "S1", "B1"]):
    return [{"code": f"D{i + 1}", "text": f"Rack number {i} in the cellar.", "ksbs": listed(i)} for i in range(n)]


def with_keys(keys):
    """The clean document with these members, which may repeat, at the front."""
    return "{" + "".join(f"{key}: 1, " for key in keys) + native()[1:]


def shuffled(n, seed):
    words = "plan check record inspect report repair clean store count pack".split()
    return " ".join(random.Random(seed).choices(words, k=n)) + "."


def nested(n):
    return with_keys([f'"x{i}": [[[[{"]" * (i % 4)} , "y{i}"' for i in range(n)])


def record(n):
    """A record whose duties refer to n statements by similar ids."""
    ids = [f"{i:08}-aaaa-aaaa-aaaa-{'b' * 12}" for i in range(n)]
    knowledges = [{"KnowledgeId": one, "knowledgeId": one, "detail": f"Word{i} of {i}"} for i, one in enumerate(ids)]
    return json.dumps(RECORD | {"knowledges": knowledges})


# name: (N, text of the document of size n, suffix, arguments of ksb); a `{}` in an argument stands for the file.
CHECK = ["check", "--format", "concise"]
JSON, TEXT, WEB = ".standard.json", ".txt", ".html"
ONE = {
    "unknown keys": (10_000, lambda n: with_keys(f'"x{i}"' for i in range(n)), JSON, CHECK),
    "unknown keys, nearly known": (10_000, lambda n: with_keys(f'"titl{i:02}"' for i in range(n)), JSON, CHECK),
    "one unknown key in each object": (10_000, lambda n: native(knowledge=[{"code": f"K{i + 1}", "txet": "A."} for i in range(n)]), JSON, CHECK),
    "keys alike at both ends": (20_000, lambda n: with_keys(f'"aaaaaaaa{i:08}bbbbbbbb"' for i in range(n)), JSON, CHECK),
    "one key again and again": (20_000, lambda n: with_keys('"extension"' for _ in range(n)), JSON, CHECK),
    "keys that are not strings": (20_000, lambda n: with_keys(f"{i}" for i in range(n)), JSON, CHECK),
    "a long key": (500_000, lambda n: with_keys(['"' + "a" * n + '"']), JSON, CHECK),
    "wrong types in an array": (20_000, lambda n: native(knowledge=[{"code": i, "text": None} for i in range(n)]), JSON, CHECK),
    "codes in the wrong form": (5_000, lambda n: native(duties=duties(1, lambda _: [f"k-{i}" for i in range(n)])), JSON, CHECK),
    "brackets left open": (20_000, nested, JSON, CHECK),
    "brackets in brackets": (200_000, lambda n: native(overview="x")[:-1] + ', "x": ' + "[" * n, JSON, CHECK),
    "findings in one line": (20_000, lambda n: native(knowledge=statements(n)), JSON, CHECK),
    "findings in many lines": (20_000, lambda n: native(indent=1, knowledge=statements(n)), JSON, CHECK),
    "dangling codes": (50_000, lambda n: native(duties=duties(1, lambda _: [f"K{i + 100}" for i in range(n)])), JSON, CHECK),
    "one code again and again": (50_000, lambda n: native(duties=duties(1, lambda _: ["K1"] * n)), JSON, CHECK),
    "duties": (10_000, lambda n: native(duties=duties(n)), JSON, CHECK),
    "duties without a list": (10_000, lambda n: native(duties=duties(n, lambda _: [])), JSON, CHECK),
    "statements not mapped to any duty": (10_000, lambda n: native(duties=duties(400, lambda _: ["S1", "B1"]), knowledge=statements(n)), JSON, CHECK),
    "one statement again and again": (10_000, lambda n: native(knowledge=statements(n, lambda _: "How bottles are stored.")), JSON, CHECK),
    "one code for all statements": (10_000, lambda n: native(knowledge=[{"code": "K1", "text": f"Word{i}."} for i in range(n)]), JSON, CHECK),
    "statements that are nearly alike": (200, lambda n: native(knowledge=statements(200, lambda i: shuffled(2 * n, i))), JSON, CHECK),
    "a long statement": (200_000, lambda n: native(knowledge=statements(1, lambda _: shuffled(n, n))), JSON, CHECK),
    "a statement of one word": (2_000_000, lambda n: native(knowledge=statements(1, lambda _: "a" * n)), JSON, CHECK),
    "a statement of marks": (200_000, lambda n: native(knowledge=statements(1, lambda _: "(e.g. A; and/or “B” – 24%) " * (n // 8))), JSON, CHECK),
    "escapes": (200_000, lambda n: native(overview="\t\"\\" * n), JSON, CHECK),
    "employers": (10_000, lambda n: native(employers=[f"Word{i} Trust Ltd" for i in range(n)]), JSON, CHECK),
    "one employer again and again": (10_000, lambda n: native(employers=["Elm Street Trust Ltd"] * n), JSON, CHECK),
    "keywords": (20_000, lambda n: native(keywords=[f"word{i}" for i in range(n)]), JSON, CHECK),
    "job titles": (20_000, lambda n: native(typicalJobTitles=[f"Keeper {i}" for i in range(n)]), JSON, CHECK),
    "options": (5_000, lambda n: native(coreAndOptions=True, options=[{"code": f"O{i + 1}", "title": f"Word{i}"} for i in range(n)]), JSON, CHECK),
    "versions": (20_000, lambda n: native(versionLog=[{"version": f"0.{i}", "detail": "Word."} for i in range(n)]), JSON, CHECK),
    "paragraphs": (20_000, lambda n: native(summary=[f"Word{i} works." for i in range(n)]), JSON, CHECK),
    "ignores": (5_000, lambda n: native(knowledge=statements(n), ignore=[{"rule": "unmapped-ksb", "subject": f"K{i + 1}", "reason": "Word."} for i in range(n)]), JSON, CHECK),
    "stale ignores": (5_000, lambda n: native(knowledge=statements(n), ignore=[{"rule": "unmapped-ksb", "pointer": f"/x/{i}", "reason": "Word."} for i in range(n)]), JSON, CHECK),
    "documents in an array": (500, lambda n: "[" + ",".join([native()] * n) + "]", ".json", CHECK),
    "versions in an array": (2_000, lambda n: "[" + ",".join(native(version=f"1.{i}") for i in range(n)) + "]", ".json", CHECK),
    "broken documents in an array": (500, lambda n: "[" + ",".join(native()[:200] for _ in range(n)) + "]", ".json", CHECK),
    "ids of a record": (20_000, record, ".json", CHECK),
    "headings of a page": (20_000, lambda n: PAGE + "\n\nKnowledge\n" * n, TEXT, CHECK),
    "statements of a page": (20_000, lambda n: PAGE + "".join(f"\n\nK{i + 100}: Word{i} of number {i}." for i in range(n)), TEXT, CHECK),
    "codes in a row of a page": (50_000, lambda n: PAGE.replace("K1 K2 K7", " ".join(f"K{i + 1}" for i in range(n))), TEXT, CHECK),
    "codes run together": (50_000, lambda n: PAGE.replace("K1 K2 K7", "K1 " * n), TEXT, CHECK),
    "duties of a page": (10_000, lambda n: PAGE.replace("Duty 2 ", "".join(f"Duty {i + 100} Rack {i}.\n\nK1\n\n" for i in range(n)) + "Duty 2 "), TEXT, CHECK),
    "a long line of a page": (1_000_000, lambda n: PAGE + "\n\nword " + "word " * (n // 5), TEXT, CHECK),
    "blank lines of a page": (500_000, lambda n: PAGE + "\n" * n + "End", TEXT, CHECK),
    "one line of a page again": (50_000, lambda n: PAGE + "\nWord word." * n, TEXT, CHECK),
    "sections of a retired page": (10_000, lambda n: RETIRED + "\nSkills\nWord word; word word.\n" * n, TEXT, CHECK),
    "notes of a retired page": (20_000, lambda n: RETIRED + "".join(f"\nWord ({i})" for i in range(n)), TEXT, CHECK),
    "rows of a map": (10_000, lambda n: MAP + "\n\t<p>Cluster: Word <i>Word.</i></p> <p>Word Keeper (2)</p>\t\t" * n, TEXT, CHECK),
    "a cell of a map": (20_000, lambda n: MAP + "\n\t<p>Cluster: Word <i>Word.</i></p> <p>" + "Word Keeper (2) " * n + "</p>\t\t", TEXT, CHECK),
    "tags left open": (50_000, lambda n: HTML.replace("</main>", "<div><p>word" * n + "</main>"), WEB, CHECK),
    "tags closed without being opened": (100_000, lambda n: HTML.replace("</main>", "</div></b>" * n + "</main>"), WEB, CHECK),
    "formatting left open": (20_000, lambda n: HTML.replace("</main>", "<b><i><table><p>word" * n + "</main>"), WEB, CHECK),
    "attributes of a tag": (50_000, lambda n: HTML.replace("<main ", "<main " + " ".join(f"a{i}=1" for i in range(n)) + " "), WEB, CHECK),
    "entities": (200_000, lambda n: HTML.replace("</main>", "<p>" + "&amp;&nbsp;" * n + "</p></main>"), WEB, CHECK),
    "statements of an HTML page": (10_000, lambda n: HTML.replace("</main>", "".join(f'<p id="K{i + 100}"><strong>K{i + 100}</strong>: Word{i}.</p>' for i in range(n)) + "</main>"), WEB, CHECK),
    "a comment left open": (1_000_000, lambda n: HTML.replace("</main>", "<!-- " + "- " * (n // 2)), WEB, CHECK),
    "fixes": (5_000, lambda n: native(summary=[f"Word{i}  works ." for i in range(n)]), JSON, ["check", "--diff", "--unsafe-fixes"]),
    "fixes in one text": (10_000, lambda n: native(summary=["Word  works , e.g. this" * n]), JSON, ["check", "--diff", "--unsafe-fixes"]),
    "fixes of dangling codes": (10_000, lambda n: native(duties=duties(1, lambda _: [f"K{i + 100}" for i in range(n)])), JSON, ["check", "--diff", "--unsafe-fixes"]),
    "fmt": (50_000, lambda n: native(knowledge=statements(n)), JSON, ["fmt", "--diff"]),
    "fmt, unknown keys": (20_000, lambda n: with_keys(f'"x{i}"' for i in range(n)), JSON, ["fmt", "--check"]),
    "convert": (20_000, lambda n: native(knowledge=statements(n), duties=duties(n)), JSON, ["convert"]),
    "extract": (20_000, lambda n: native(knowledge=statements(n)), JSON, ["extract"]),
}
for name in ["full", "narrated", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown", "statistics"]:
    ONE[f"findings as {name}"] = (5_000, lambda n: native(knowledge=statements(n)), JSON, ["check", "--format", name])
for name in ["text", "markdown", "csv", "html"]:
    # Twice the statements are twice the cells.
    ONE[f"matrix as {name}"] = (10_000, lambda n: native(knowledge=statements(n)), JSON, ["matrix", "--format", name])

# name: (N, the old and the new document of size n, arguments)
DIFF = ["diff", "--format"]
PAIRS = {}
for name in ["terminal", "markdown", "html", "json", "csv"]:
    PAIRS[f"diff as {name}, one long statement"] = (
        100_000, lambda n: [native(knowledge=statements(1, lambda _: shuffled(n, seed))) for seed in (n, n + 1)], [*DIFF, name])
    PAIRS[f"diff as {name}, statements reworded"] = (
        500, lambda n: [native(knowledge=statements(n, lambda i: f"How word{i} and word{i + 1} {verb} in place {i}.")) for verb in ("stand", "lie")], [*DIFF, name])
PAIRS |= {
    "diff, many long statements": (20, lambda n: [native(knowledge=statements(n, lambda i: shuffled(900, i + seed))) for seed in (0, 1000)], [*DIFF, "json"]),
    "diff, laws": (50_000, lambda n: [native(knowledge=statements(1, lambda _: f"How {word} " + f"Keepers Act 1990 " * n)) for word in ("a", "b")], [*DIFF, "json"]),
    "diff, capitals": (50_000, lambda n: [native(knowledge=statements(1, lambda _: f"How {word} " + "Act " * n)) for word in ("a", "b")], [*DIFF, "json"]),
    "diff, numbers": (50_000, lambda n: [native(knowledge=statements(1, lambda _: "How " + " ".join(f"{i + more}" for i in range(n)))) for more in (0, n)], [*DIFF, "json"]),
    "diff, employers": (5_000, lambda n: [native(employers=[f"Word{i + more} Trust" for i in range(n)]) for more in (0, n // 2)], [*DIFF, "json"]),
}


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open("/dev/null", "w") as nowhere:
        done = subprocess.run(command, stdout=nowhere, stderr=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"{command} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cost(ksb, arguments, files):
    return min(cpu([ksb, *arguments, *files]) for _ in range(ROUNDS))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ksb", help="the binary to run")
    parser.add_argument("only", nargs="*", help="parts of the names of the inputs to try")
    arguments = parser.parse_args()
    ksb = arguments.ksb
    if ksb is None:
        subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT, check=True)
        metadata = subprocess.run(["cargo", "metadata", "--format-version", "1", "--no-deps"], cwd=ROOT, check=True, capture_output=True)
        ksb = str(Path(json.loads(metadata.stdout)["target_directory"]) / "release/ksb")
    inputs = {name: (n, lambda size, make=make: [(make(size), suffix)], options) for name, (n, make, suffix, options) in ONE.items()}
    inputs |= {name: (n, lambda size, make=make: [(text, JSON) for text in make(size)], options) for name, (n, make, options) in PAIRS.items()}
    wanted = {name: one for name, one in inputs.items() if not arguments.only or any(part in name for part in arguments.only)}
    faults = 0
    print("| input | N | CPU of N | CPU of 2N | ratio | |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, (n, make, options) in wanted.items():
            costs = []
            for size in (n, 2 * n):
                files = []
                for index, (text, suffix) in enumerate(make(size)):
                    files.append(Path(folder) / f"{index}{suffix}")
                    files[-1].write_text(text)
                costs.append(cost(ksb, options, files))
            small, large = costs
            ratio = large / max(small, 0.001)
            is_fault = large > MOST_SECONDS or large > LEAST_SECONDS and ratio > MOST_RATIO
            faults += is_fault
            print(f"| {name} | {n} | {small:.3f} s | {large:.3f} s | {ratio:.2f} | {'FAULT' if is_fault else ''} |", flush=True)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
