"""What the tests share: documents, places in them, and texts after edits."""

import asyncio

from lsprotocol import types as lsp


def uri(client, name):
    return (client.folder / name).as_uri()


def open_document(client, name, text=None, version=1):
    path = client.folder / name
    text = path.read_bytes().decode("utf-8") if text is None else text
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(
            text_document=lsp.TextDocumentItem(uri=path.as_uri(), language_id="json", version=version, text=text)
        )
    )
    return text


def change(client, name, version, *changes):
    """Each change is a range (two places) and a text, or a text alone."""
    events = []
    for one in changes:
        if isinstance(one, str):
            events.append(lsp.TextDocumentContentChangeWholeDocument(text=one))
        else:
            start, end, text = one
            events.append(lsp.TextDocumentContentChangePartial(range=lsp.Range(start, end), text=text))
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            text_document=lsp.VersionedTextDocumentIdentifier(uri=uri(client, name), version=version),
            content_changes=events,
        )
    )


async def pushed(client, name, is_wanted, seconds=20):
    """The findings of a document, as soon as they are what is wanted."""
    async def wait():
        while True:
            found = client.diagnostics.get(uri(client, name))
            if found is not None and is_wanted(found):
                return found
            await asyncio.sleep(0.02)
    return await asyncio.wait_for(wait(), seconds)


def rules(found):
    return sorted(one.code for one in found)


def at(text, words, nth=0, unit="utf-16", plus=0):
    """The place of the nth occurrence of words."""
    offset = -1
    for _ in range(nth + 1):
        offset = text.index(words, offset + 1)
    before = text[: offset + plus]
    line = before.count("\n")
    start = before.rfind("\n") + 1
    width = {"utf-16": lambda t: len(t.encode("utf-16-le")) // 2, "utf-8": lambda t: len(t.encode())}[unit]
    return lsp.Position(line=line, character=width(before[start:]))


def span(text, words, nth=0, unit="utf-16"):
    return lsp.Range(at(text, words, nth, unit), at(text, words, nth, unit, len(words)))


def document(client, name):
    return lsp.TextDocumentIdentifier(uri=uri(client, name))


def applied(text, edits):
    """A text after edits, counted in UTF-16."""
    lines = text.split("\n")
    def offset(position):
        units = lines[position.line].encode("utf-16-le")[: position.character * 2]
        return sum(len(line) + 1 for line in lines[: position.line]) + len(units.decode("utf-16-le"))
    for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
        # Edits are made from the end, so that what is before them stays as it was.
    return text


def edits_of(edit):
    """The edits of the only document of a workspace edit, and its version."""
    [change] = edit.document_changes
    return change.text_document.version, change.edits
