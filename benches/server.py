"""What `ksb server` costs: python3 benches/server.py [path/to/ksb]

Types 300 characters into a document of 60 KB with 40 findings, each through the protocol, and waits for the findings of
each version; then opens a document in a folder of 1,000. Says how long it took from a change to its findings, how long
until the first findings of the opened document, and how much memory the server takes. The budget is next to each
figure; nothing fails.
"""

import json
import pathlib
import queue
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time

KSB = sys.argv[1] if len(sys.argv) > 1 else "target/release/ksb"
TYPED = 300
WORDS = "gauge kiln timber harbour ledger orchard valve mortar loom compass ferry anvil beacon quarry thatch".split()


def sentence(number, words, is_wrong):
    """A sentence of made-up words, with one repeated if it should be wrong."""
    chosen = random.Random(number)
    words = [chosen.choice(WORDS) + str(chosen.randrange(900)) for _ in range(words)]
    if is_wrong:
        words.insert(3, "the the")
    return f"Keep the {' '.join(words)}."


def document(reference, wrong, words):
    """A standard with `wrong` findings of one rule, and texts of `words` words each."""
    number = iter(range(10_000))
    left = iter(range(wrong))
    text = lambda: sentence(next(number) + reference, words, next(left, None) is not None)
    kinds = [("knowledge", "K", 60), ("skills", "S", 60), ("behaviours", "B", 12)]
    lists = {name: [{"code": f"{letter}{at + 1}", "text": text()} for at in range(count)] for name, letter, count in kinds}
    codes = [one["code"] for name in lists for one in lists[name]]
    duties = [
        {"code": f"D{at + 1}", "text": text(), "ksbs": codes[at::12]} for at in range(12)
    ]
    head = {"kind": "apprenticeship", "reference": f"ST{reference:04}", "version": "1.0", "title": f"Maker {reference}"}
    head["status"] = "In development"
    return json.dumps({**head, "level": 3, "duties": duties, **lists}, indent=2) + "\n"


class Editor:
    """An editor that receives findings."""

    def __init__(self, folder):
        self.heard = queue.Queue()
        self.server = subprocess.Popen([KSB, "server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=self.listen, daemon=True).start()
        root = folder.as_uri()
        params = {"capabilities": {}, "rootUri": root, "workspaceFolders": [{"uri": root, "name": "folder"}]}
        self.say(id=1, method="initialize", params=params)
        self.heard.get(timeout=60)
        self.say(method="initialized", params={})

    def listen(self):
        while line := self.server.stdout.readline():
            length = int(line.split(b":")[1])
            self.server.stdout.readline()
            text = self.server.stdout.read(length)
            self.heard.put((time.perf_counter(), text))

    def say(self, **message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self.server.stdin.flush()

    def open(self, path):
        text = path.read_text(encoding="utf-8")
        item = {"uri": path.as_uri(), "languageId": "json", "version": 1, "text": text}
        begun = time.perf_counter()
        self.say(method="textDocument/didOpen", params={"textDocument": item})
        return begun

    def change(self, path, version, line, character, text):
        place = {"line": line, "character": character}
        change = {"range": {"start": place, "end": place}, "text": text}
        document = {"uri": path.as_uri(), "version": version}
        begun = time.perf_counter()
        self.say(method="textDocument/didChange", params={"textDocument": document, "contentChanges": [change]})
        return begun

    def findings(self, version):
        """When the findings of a version came first, and how many there are."""
        while True:
            when, text = self.heard.get(timeout=60)
            message = json.loads(text)
            if message.get("params", {}).get("version") == version:
                return when, len(message["params"]["diagnostics"])

    def memory(self):
        """What the process holds, in MB."""
        lines = pathlib.Path(f"/proc/{self.server.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024

    def end(self):
        self.say(id=2, method="shutdown")
        self.say(method="exit")
        self.server.wait(timeout=60)


def say(what, value, budget):
    print(f"{what:<62} {value:>10}   budget {budget}")


def typing(folder):
    path = folder / "long.standard.json"
    path.write_text(document(1, 38, 36), encoding="utf-8")
    size = path.stat().st_size
    editor = Editor(folder)
    editor.open(path)
    _, found = editor.findings(1)
    time.sleep(2)
    idle = editor.memory()
    lines = path.read_text(encoding="utf-8").split("\n")
    line = next(at for at, text in enumerate(lines) if '"K30"' in text and "code" in text) + 1
    column = lines[line].index("Keep the ") + 9
    words = ("typing words one by one into the middle of a text " * TYPED)[:TYPED]
    times = []
    for at, letter in enumerate(words):
        begun = editor.change(path, at + 2, line, column + at, letter)
        times.append((editor.findings(at + 2)[0] - begun) * 1000)
        # As fast as a very fast typist. In the pauses, the server looks at the documents together.
        time.sleep(0.2 if at % 50 == 49 else 0.01)
    print(f"a document of {size / 1000:.0f} kB with {found} findings, {TYPED} characters typed")
    say("  from a change to its findings, median", f"{statistics.median(times):.2f} ms", "5 ms")
    say("  the same, 95 in 100 are below", f"{sorted(times)[int(TYPED * 0.95)]:.2f} ms", "-")
    say("  the same, worst", f"{max(times):.2f} ms", "20 ms")
    say("  memory before typing", f"{idle:.1f} MB", "30 MB")
    say("  memory after it", f"{editor.memory():.1f} MB", "-")
    editor.end()


def many(folder):
    for number in range(1000):
        (folder / f"{number}.standard.json").write_text(document(number + 1, 1, 12), encoding="utf-8")
    editor = Editor(folder)
    begun = editor.open(folder / "500.standard.json")
    when, _ = editor.findings(1)
    print("a folder of 1,000 documents")
    say("  from opening one to its first findings", f"{(when - begun) * 1000:.1f} ms", "50 ms")
    time.sleep(10)
    say("  memory when all are known", f"{editor.memory():.1f} MB", "-")
    editor.end()


for measure in (typing, many):
    with tempfile.TemporaryDirectory() as name:
        measure(pathlib.Path(name))
