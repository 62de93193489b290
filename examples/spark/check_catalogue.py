"""Checks a catalogue in JSON lines with ksb on all machines of a Spark cluster.

    python3 examples/spark/check_catalogue.py catalogue.jsonl findings.jsonl

Each partition is piped through `ksb check --scope document`, which reads one document on each line and writes one finding on
each line, and through `ksb extract`, which writes the data for rules that compare documents. These extracts are small: they are
collected, and the rules that need the whole catalogue run over them once. The findings are those of
`ksb check --format jsonl catalogue.jsonl`, with the same lines, columns and bytes.

Needs pyspark, and ksb at the path that --ksb gives, on every machine.
"""

import argparse
import subprocess
import threading

from pyspark.sql import SparkSession

FORMAT = "org.apache.hadoop.mapreduce.lib.input.TextInputFormat"
KEY = "org.apache.hadoop.io.LongWritable"
VALUE = "org.apache.hadoop.io.Text"


def piped(command, lines):
    """The lines that a program writes while it is given `lines`."""
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        with program.stdin as standard_input:
            for line in lines:
                standard_input.write(line.encode() + b"\n")

    feeder = threading.Thread(target=feed)
    feeder.start()
    for line in program.stdout:
        yield line.decode().rstrip("\n")
    feeder.join()
    # 1 means that there are findings; 2 means that something could not be read, which is among the findings.
    if program.wait() not in (0, 1, 2):
        raise RuntimeError(f"{command[0]} ended with {program.returncode}")


def main():
    """Reads the command line, and checks."""
    arguments = argparse.ArgumentParser(description="Checks a catalogue in JSON lines with ksb on Spark.")
    arguments.add_argument("catalogue")
    arguments.add_argument("findings")
    arguments.add_argument("--ksb", default="ksb", help="the program, the same on every machine")
    arguments.add_argument("--partitions", type=int, help="into how many pieces the catalogue is divided")
    given = arguments.parse_args()

    spark = SparkSession.builder.appName("ksb").getOrCreate()
    # The key of a line is the number of bytes before it.
    lines = spark.sparkContext.newAPIHadoopFile(
        given.catalogue, FORMAT, KEY, VALUE, conf={"textinputformat.record.delimiter": "\n"}
    )
    if given.partitions:
        # Neighbours stay neighbours, in order, so that each piece is part of the file.
        lines = lines.sortByKey(numPartitions=given.partitions)
    lines.cache()
    counts = lines.mapPartitions(lambda part: [sum(1 for _ in part)]).collect()
    before = [sum(counts[:index]) for index in range(len(counts))]

    def through(*command):
        """Every partition through ksb, which is told where in the catalogue it begins."""

        def part(index, pairs):
            first = next(pairs, None)
            if first is None:
                return iter(())
            begins = f"{before[index] + 1}:{first[0]}"
            options = ["--stdin-filename", given.catalogue, "--starts-at", begins]
            rest = (line for _, line in pairs)
            return piped([given.ksb, *command, "-", *options], (line for some in ([first[1]], rest) for line in some))

        return lines.mapPartitionsWithIndex(part)

    found = through("check", "--no-progress", "--format", "jsonl", "--scope", "document").collect()
    extracts = through("extract").collect()
    together = [given.ksb, "check", "-", "--no-progress", "--format", "jsonl", "--scope", "catalogue"]
    together += ["--stdin-filename", given.catalogue, "--starts-at", "1"]
    found += piped(together, extracts)
    with open(given.findings, "w", encoding="utf-8", newline="\n") as findings:
        findings.writelines(line + "\n" for line in found)
    spark.stop()


if __name__ == "__main__":
    main()
