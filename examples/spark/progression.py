"""Finds what the occupations of a catalogue have in common, running ksb on all machines of a Spark cluster.

    python3 examples/spark/progression.py catalogue.json links.csv

The occupations are divided into blocks. Each pair of blocks is a separate task, which runs `ksb progression --block`: it
compares one block with another. What a word weighs depends on all texts, so each task reads the whole catalogue. It
is at the same path on every machine, or is sent there with --send. The lines are those of
`ksb progression --format csv catalogue.json`, in the order of the two references.

Needs pyspark, and ksb at the path that --ksb gives, on every machine.
"""

import argparse
import csv
import io
import subprocess

from pyspark import SparkFiles
from pyspark.sql import SparkSession


def pairs_of(blocks):
    """Each block with itself and with those after it."""
    return [(one, other) for one in range(1, blocks + 1) for other in range(one, blocks + 1)]


def command(ksb, catalogue, least, block):
    """The command that finds the links of one pair of blocks."""
    which = ["--block", f"{block[0]}:{block[1]}/{block[2]}"] if block else []
    return [ksb, "progression", catalogue, "--format", "csv", "--least", str(least), *which]


def lines_of(text):
    """The header of a table, and its lines as cells."""
    head, *lines = csv.reader(io.StringIO(text))
    return head, lines


def in_order(lines):
    """The lines, sorted by the references of the two occupations, whichever block they come from."""
    return sorted(lines, key=lambda cells: (cells[0], cells[3]))


def written(head, lines):
    """The table as text."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *lines])
    return out.getvalue()


def found(given):
    """A function that finds the links of a pair of blocks where it runs."""
    ksb, catalogue, least, sent = given.ksb, given.catalogue, given.least, given.send

    def run(block):
        path = SparkFiles.get(catalogue.rsplit("/", 1)[-1]) if sent else catalogue
        ran = subprocess.run(command(ksb, path, least, block), stdout=subprocess.PIPE, check=True)
        return [lines_of(ran.stdout.decode())]

    return run


def main():
    """Reads the command line, and finds the links."""
    arguments = argparse.ArgumentParser(description="Finds what occupations have in common with ksb on Spark.")
    arguments.add_argument("catalogue")
    arguments.add_argument("links")
    arguments.add_argument("--ksb", default="ksb", help="the program, the same on every machine")
    arguments.add_argument("--least", type=int, default=10, help="as for ksb progression")
    arguments.add_argument("--blocks", type=int, default=8, help="into how many blocks the occupations are divided")
    arguments.add_argument("--send", action="store_true", help="send the catalogue to the machines")
    given = arguments.parse_args()

    spark = SparkSession.builder.appName("ksb").getOrCreate()
    if given.send:
        spark.sparkContext.addFile(given.catalogue)
    blocks = [(one, other, given.blocks) for one, other in pairs_of(given.blocks)]
    tables = spark.sparkContext.parallelize(blocks, len(blocks)).flatMap(found(given)).collect()
    lines = in_order(cells for _, own in tables for cells in own)
    with open(given.links, "w", encoding="utf-8", newline="") as links:
        links.write(written(tables[0][0], lines))
    spark.stop()


if __name__ == "__main__":
    main()
