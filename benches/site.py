"""Measures `ksb site` with a made-up catalogue of 2,032 records.

    python3 benches/site.py [CATALOGUE]

Builds ksb and the generator, writes the catalogue into a temporary folder unless one is given, and prints a table: the first
run, a run with nothing changed and one with one record changed, each with its time, the CPU time of all threads and its
largest memory; then the size of the site, of its first page and of the longest page. The budget is next to each figure. On a
machine that has other work to do, the CPU time says more than the time.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def built():
    """The program and the generator, built for speed."""
    subprocess.run(["cargo", "build", "--release", "--locked", "--bin", "ksb", "--example", "generate-catalogue"], cwd=ROOT, check=True)
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
    return target / "ksb", target / "examples" / "generate-catalogue"


def run(ksb, catalogue, site):
    """Seconds, seconds of CPU and mebibytes of one run."""
    started = time.perf_counter()
    process = subprocess.Popen([ksb, "site", catalogue, "-o", site], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"ksb site ended with {process.returncode}")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    ksb, generate = built()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        site, catalogue = folder / "site", folder / "catalogue.json"
        if len(sys.argv) > 1:
            catalogue.write_bytes(pathlib.Path(sys.argv[1]).read_bytes())
        else:
            subprocess.run([generate, "-o", catalogue], check=True)
        rows = [("the first run", run(ksb, catalogue, site), "6 s, 300 MiB")]
        rows.append(("nothing changed", run(ksb, catalogue, site), "1.5 s"))
        text = catalogue.read_bytes()
        catalogue.write_bytes(text.replace(b'"title":"', b'"title":"New ', 1))
        rows.append(("one title changed", run(ksb, catalogue, site), "6 s, 300 MiB"))
        print("| run | time | CPU | memory | budget |\n|---|---|---|---|---|")
        for name, (seconds, cpu, memory), budget in rows:
            print(f"| {name} | {seconds:.2f} s | {cpu:.2f} s | {memory:.0f} MiB | {budget} |")
        files = [path for path in site.rglob("*") if path.is_file() and ".ksb-site" not in path.parts]
        size = sum(path.stat().st_size for path in files)
        style = (site / "style.css").stat().st_size
        print(f"\n{len(files)} files, {size / 1e6:.0f} MB: {size / len(text):.2f} times the catalogue (budget: 4)")
        print(f"the first page: {((site / 'index.html').stat().st_size + style) / 1e3:.0f} kB with its style (budget: 300)")
        pages = [path for path in files if path.suffix == ".html"]
        longest = max(pages, key=lambda path: path.stat().st_size)
        print(f"the longest page: {longest.stat().st_size / 1e3:.0f} kB, {longest.relative_to(site)}")


if __name__ == "__main__":
    main()
