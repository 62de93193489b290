"""Anything may come in; the server keeps going."""

import json
import os
import subprocess

KSB = os.environ["KSB"]


class Raw:
    """An editor that may say anything."""

    def __init__(self):
        self.process = subprocess.Popen([KSB, "server", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def bytes(self, text):
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def say(self, **message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.bytes(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))

    def hear(self):
        length = int(self.process.stdout.readline().split(b":")[1])
        self.process.stdout.readline()
        return json.loads(self.process.stdout.read(length))

    def start(self):
        self.say(id=1, method="initialize", params={"capabilities": {}})
        assert self.hear()["result"]["serverInfo"]["name"] == "ksb"
        self.say(method="initialized", params={})


def test_nonsense_is_answered():
    raw = Raw()
    raw.say(id="early", method="textDocument/hover", params={})
    assert raw.hear()["error"]["code"] == -32002
    raw.start()
    raw.bytes(b"Content-Length: 5\r\n\r\n{oops")
    assert raw.hear() == {"jsonrpc": "2.0", "id": None, "error": raw_error(raw, -32700)}
    raw.bytes(b"Hello: there\r\n\r\n")
    assert raw.hear()["error"]["code"] == -32700
    raw.say(id=2, method="no/such", params={})
    assert raw.hear()["error"]["code"] == -32601
    raw.say(id=3, method="textDocument/hover", params={"textDocument": 7})
    assert raw.hear()["error"]["code"] == -32602
    raw.say(method="textDocument/didChange", params={"contentChanges": "x"})
    raw.say(method="no/such", params=None)
    raw.say(id=4, method="shutdown")
    assert raw.hear() == {"jsonrpc": "2.0", "id": 4, "result": None}
    raw.say(id=5, method="textDocument/hover", params={})
    assert raw.hear()["error"]["code"] == -32600
    raw.say(method="exit")
    assert raw.process.wait(timeout=20) == 0


def raw_error(raw, code):
    class Like(dict):
        def __eq__(self, other):
            return other["code"] == code and bool(other["message"])
    return Like()


def test_cancelled_requests_are_answered():
    raw = Raw()
    raw.start()
    text = b""
    for id, method in [(2, "workspace/symbol"), (3, "workspace/symbol")]:
        one = json.dumps({"jsonrpc": "2.0", "id": id, "method": method, "params": {"query": ""}}).encode()
        text += b"Content-Length: %d\r\n\r\n%s" % (len(one), one)
    cancel = json.dumps({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 3}}).encode()
    raw.bytes(text + b"Content-Length: %d\r\n\r\n%s" % (len(cancel), cancel))
    assert raw.hear()["id"] == 2
    last = raw.hear()
    assert last["id"] == 3 and ("result" in last or last["error"]["code"] == -32800)
    raw.process.stdin.close()
    assert raw.process.wait(timeout=20) == 1


def test_an_editor_that_is_gone_ends_the_server():
    raw = Raw()
    raw.start()
    raw.say(id=2, method="shutdown")
    assert raw.hear()["result"] is None
    raw.process.stdin.close()
    assert raw.process.wait(timeout=20) == 0
    raw = Raw()
    raw.start()
    raw.say(method="exit")
    assert raw.process.wait(timeout=20) == 1


def test_a_huge_document_is_told_of():
    raw = Raw()
    raw.start()
    document = {"uri": "untitled:Untitled-1.standard.json", "languageId": "json", "version": 1, "text": "[" * (17 << 20)}
    raw.say(method="textDocument/didOpen", params={"textDocument": document})
    found = raw.hear()["params"]
    assert found["version"] == 1 and "longer than" in found["diagnostics"][0]["message"]
    raw.say(method="exit")
    assert raw.process.wait(timeout=20) == 1
