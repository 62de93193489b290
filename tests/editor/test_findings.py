"""What is found: pushed for each version, or asked for."""

from common import *


async def test_findings_are_pushed_for_every_version(editor):
    text = open_document(editor, "roaster.standard.json")
    found = await pushed(editor, "roaster.standard.json", lambda found: found)
    assert {"repeated-word", "dangling-code", "unmapped-ksb", "code-gap"} <= set(rules(found))
    [twice] = [one for one in found if one.code == "repeated-word"]
    assert twice.source == "ksb"
    assert twice.range.start.line == at(text, "to to").line
    assert twice.code_description.href.startswith("file://")
    page = twice.code_description.href.removeprefix("file://")
    assert open(page).read().startswith("# repeated-word")
    change(editor, "roaster.standard.json", 2, (at(text, " to to"), at(text, " to to", plus=6), " to"))
    found = await pushed(editor, "roaster.standard.json", lambda found: "repeated-word" not in rules(found))
    assert "dangling-code" in rules(found)
    # A version that is older than the text is of no use.
    change(editor, "roaster.standard.json", 1, "{}")
    change(editor, "roaster.standard.json", 3, (at(text, "K9"), at(text, "K9", plus=2), "K6"))
    found = await pushed(editor, "roaster.standard.json", lambda found: "dangling-code" not in rules(found))
    assert "unmapped-ksb" not in rules(found)


async def test_related_places_and_tags(editor):
    text = STANDARD_TWICE
    open_document(editor, "twice.standard.json", text)
    found = await pushed(editor, "twice.standard.json", lambda found: "duplicate-mapping" in rules(found))
    [twice] = [one for one in found if one.code == "duplicate-mapping"]
    assert list(twice.tags) == [lsp.DiagnosticTag.Unnecessary]
    assert twice.range == span(text, "K1", 1)
    [related] = twice.related_information
    assert related.location == lsp.Location(uri=uri(editor, "twice.standard.json"), range=span(text, "K1", 0))


STANDARD_TWICE = """{
  "kind": "apprenticeship",
  "title": "🦀 roaster",
  "duties": [{ "code": "D1", "text": "Roast coffee.", "ksbs": ["K1", "K1"] }],
  "knowledge": [{ "code": "K1", "text": "How heat changes the bean." }]
}
"""


async def test_characters_are_counted_as_the_editor_counts(puller, folder):
    assert puller.told.capabilities.position_encoding == "utf-8"
    text = '{ "kind": "apprenticeship", "title": "🦀é", "level": 3, "status": "draft draft" }\n'
    open_document(puller, "a.standard.json", text)
    report = await puller.text_document_diagnostic_async(
        lsp.DocumentDiagnosticParams(text_document=document(puller, "a.standard.json"))
    )
    assert report.kind == "full"
    [status] = [one for one in report.items if one.code == "status-name"]
    assert status.range == span(text, "draft draft", unit="utf-8")


async def test_editors_that_ask_get_no_pushed_findings(puller):
    open_document(puller, "roaster.standard.json")
    report = await puller.text_document_diagnostic_async(
        lsp.DocumentDiagnosticParams(text_document=document(puller, "roaster.standard.json"))
    )
    assert "dangling-code" in rules(report.items)
    assert uri(puller, "roaster.standard.json") not in puller.diagnostics


async def test_documents_are_looked_at_together(editor, folder):
    text = (folder / "roaster.standard.json").read_text(encoding="utf-8")
    text = text.replace('"level": 3,', '"level": 3, "larsCode": 991,')
    (folder / "a.standard.json").write_text(text, encoding="utf-8")
    text = text.replace("ST9970", "ST9971")
    open_document(editor, "b.standard.json", text)
    found = await pushed(editor, "b.standard.json", lambda found: "lars-shared" in rules(found))
    [shared] = [one for one in found if one.code == "lars-shared"]
    assert shared.range == span(text, "991")
    [related] = shared.related_information
    assert related.location == lsp.Location(uri=uri(editor, "a.standard.json"), range=span(text, "991"))
    # What is found together with other documents follows the text that is typed before it.
    change(editor, "b.standard.json", 2, (at(text, '"kind"'), at(text, '"kind"'), "\n"))
    found = await pushed(editor, "b.standard.json", lambda found: any(one.range.start.line == 8 for one in found))
    assert "lars-shared" in rules(found)


async def test_citing_documents(editor):
    text = open_document(editor, "modules.md")
    found = await pushed(editor, "modules.md", lambda found: "unknown-code" in rules(found))
    [gone] = [one for one in found if one.code == "unknown-code"]
    assert gone.range == span(text, "K8")
    # What no document cites is found in the standard, when all are looked at together.
    open_document(editor, "roaster.standard.json")
    await pushed(editor, "roaster.standard.json", lambda found: "uncited" in rules(found))


async def test_settings(editor):
    text = open_document(editor, "ksb.toml", '[rules]\ncode-gap = "of"\n')
    found = await pushed(editor, "ksb.toml", lambda found: found)
    assert found[0].range == span(text, '"of"') or found[0].range.start.line == 1
    open_document(editor, "roaster.standard.json")
    await pushed(editor, "roaster.standard.json", lambda found: "code-gap" in rules(found))
    change(editor, "ksb.toml", 2, '[rules]\ncode-gap = "off"\n')
    await pushed(editor, "roaster.standard.json", lambda found: "code-gap" not in rules(found))
    await pushed(editor, "ksb.toml", lambda found: not found)


async def test_other_documents_are_left_alone(editor):
    open_document(editor, "README.md", "# Notes\n\nNothing that is a standard.\n")
    assert not await pushed(editor, "README.md", lambda found: True)
    open_document(editor, "package.json", '{ "name": "x" }')
    assert not await pushed(editor, "package.json", lambda found: True)
    editor.text_document_did_close(lsp.DidCloseTextDocumentParams(text_document=document(editor, "README.md")))


async def test_a_mistake_in_settings_that_are_not_open_is_told_once(editor, folder):
    (folder / "ksb.toml").write_text('[[trace]]\nstandard = "none.json"\nfiles = ["modules.md"]\n', encoding="utf-8")
    text = open_document(editor, "modules.md")
    found = await pushed(editor, "ksb.toml", lambda found: found)
    for version in range(2, 6):
        change(editor, "modules.md", version, (at(text, "#"), at(text, "#"), "x"))
    open_document(editor, "roaster.standard.json")
    await pushed(editor, "roaster.standard.json", lambda found: found)
    assert len(editor.diagnostics[uri(editor, "ksb.toml")]) == 1
    assert "the standard `none.json` does not exist" in found[0].message
    (folder / "ksb.toml").write_text(SETTINGS_OF_NOTHING, encoding="utf-8")
    editor.text_document_did_save(lsp.DidSaveTextDocumentParams(text_document=document(editor, "ksb.toml")))
    await pushed(editor, "ksb.toml", lambda found: not found)


SETTINGS_OF_NOTHING = "# nothing\n"
