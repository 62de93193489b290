"""What an editor does to a text."""

import pytest
from pygls.exceptions import JsonRpcException

from common import *

NAME = "roaster.standard.json"


async def actions(client, text, words, nth=0, name=NAME, only=None):
    place = at(text, words, nth, plus=1)
    return await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=document(client, name),
            range=lsp.Range(place, place),
            context=lsp.CodeActionContext(diagnostics=[], only=only),
        )
    )


def named(all, start):
    [one] = [one for one in all if one.title.startswith(start)]
    return one


async def test_fixes_are_told_apart(editor):
    text = open_document(editor, NAME)
    found = await actions(editor, text, "to a profile")
    fix = named(found, "Delete") if any(one.title.startswith("Delete") for one in found) else named(found, "Replace")
    assert fix.kind == "quickfix" and fix.diagnostics[0].code == "repeated-word"
    version, edits = edits_of(fix.edit)
    assert version == 1
    assert applied(text, edits) == text.replace("to to", "to")
    assert fix.is_preferred != fix.title.endswith("(look at it: the meaning may change)")


async def test_all_safe_fixes_at_once(editor):
    text = open_document(editor, NAME).replace("The law on weights.", "The  law on  weights.")
    change(editor, NAME, 2, text)
    [fix] = await actions(editor, text, "kind", only=["source.fixAll"])
    assert fix.kind == "source.fixAll.ksb"
    version, edits = edits_of(fix.edit)
    assert version == 2 and "The law on weights." in applied(text, edits)


async def test_an_ignore_with_a_reason(editor):
    text = open_document(editor, NAME)
    found = await actions(editor, text, "K9")
    # A code that the document does not have is not offered to other duties.
    assert not [one.title for one in found if one.title.startswith("Add K9")]
    ignore = named(found, "Ignore dangling-code for D3")
    _, edits = edits_of(ignore.edit)
    after = applied(text, edits)
    assert '"rule": "dangling-code"' in after and '"reason": "say why this is right"' in after
    change(editor, NAME, 2, after)
    await pushed(editor, NAME, lambda found: "dangling-code" not in rules(found))


async def test_an_ignore_in_the_settings(editor):
    open_document(editor, "draft.md")
    text = open_document(editor, "draft.md")
    found = await actions(editor, text, "Grade", name="draft.md")
    ignore = [one for one in found if one.title.startswith("Ignore")][0]
    [change_] = ignore.edit.document_changes
    assert change_.text_document.uri == uri(editor, "ksb.toml")
    assert '[[ignore]]\npath = "draft.md"\nrule = ' in change_.edits[0].new_text


async def test_a_statement_is_mapped_to_a_duty(editor):
    text = open_document(editor, NAME)
    add = named(await actions(editor, text, "The law on"), "Add K6 to Duty 2")
    _, edits = edits_of(add.edit)
    assert applied(text, edits) == text.replace('["K2", "S1", "B1"]', '["K2", "K6", "S1", "B1"]')
    draft = open_document(editor, "draft.md")
    add = named(await actions(editor, draft, "Stages", name="draft.md"), "Add K2 to Duty 1")
    _, edits = edits_of(add.edit)
    assert applied(draft, edits) == draft.replace("K1 S1", "K1 K2 S1")


async def test_codes_without_gaps(editor):
    text = open_document(editor, NAME).replace('"K9", ', "")
    change(editor, NAME, 2, text)
    close = named(await actions(editor, text, "K6"), "Renumber the codes")
    _, edits = edits_of(close.edit)
    assert applied(text, edits) == text.replace("K6", "K5")


async def test_a_code_is_renamed_as_a_permutation(editor):
    text = open_document(editor, NAME).replace('"K9", ', "")
    change(editor, NAME, 2, text)
    where = dict(text_document=document(editor, NAME), position=at(text, "K4", plus=1))
    can = await editor.text_document_prepare_rename_async(lsp.PrepareRenameParams(**where))
    assert (can.range, can.placeholder) == (span(text, "K4"), "K4")
    before = await pushed(editor, NAME, lambda found: "dangling-code" not in rules(found))
    edit = await editor.text_document_rename_async(lsp.RenameParams(new_name="K2", **where))
    _, edits = edits_of(edit)
    expected = text
    for old, new in [
        ('"K1", "K3", "S1"', '"K1", "K4", "S1"'),
        ('["K2", "S1"', '["K3", "S1"'),
        ('["K4", "S1"', '["K2", "S1"'),
        ('"K2", "text": "The stages of a roast."', '"K2", "text": "Materials that keep coffee fresh."'),
        ('"K3", "text": "Defects of green coffee."', '"K3", "text": "The stages of a roast."'),
        ('"K4", "text": "Materials that keep coffee fresh."', '"K4", "text": "Defects of green coffee."'),
    ]:
        assert old in expected
        expected = expected.replace(old, new, 1)
    after = applied(text, edits)
    assert after == expected
    change(editor, NAME, 3, after)
    # What no document cites is a separate finding, which comes later.
    own = lambda found: [rule for rule in rules(found) if rule != "uncited"]
    assert own(await pushed(editor, NAME, lambda found: found != before)) == own(before)
    for name, why in [("roast", "is not a code"), ("S1", "cannot become"), ("K12", "would leave a gap")]:
        with pytest.raises(JsonRpcException, match=why):
            await editor.text_document_rename_async(lsp.RenameParams(new_name=name, **where))
    where["position"] = at(text, "Catering")
    assert await editor.text_document_prepare_rename_async(lsp.PrepareRenameParams(**where)) is None


async def proposals(client, text, words, name=NAME):
    found = await client.text_document_completion_async(
        lsp.CompletionParams(text_document=document(client, name), position=at(text, words, plus=len(words)))
    )
    return {one.label: one for one in found.items}


async def test_completion(editor):
    text = open_document(editor, NAME)
    found = await proposals(editor, text, '["K2')
    assert found["K6"].detail == "The law on weights."
    assert found["K6"].text_edit == lsp.TextEdit(range=span(text, "K2"), new_text="K6")
    assert list(await proposals(editor, text, '"status": "In')) == [
        "Approved for delivery", "In development", "Proposal in development", "Retired", "Withdrawn",
    ]
    assert len(await proposals(editor, text, '"route": "Cat')) == 15
    text = text.replace('"level"', '"ty": 1,\n  "level"')
    change(editor, NAME, 2, text)
    found = await proposals(editor, text, '  "ty')
    assert "typicalDurationMonths" in found and "level" not in found
    soc = text.replace('"ty": 1', '"soc2020": { "unitGroup": "" }')
    change(editor, NAME, 3, soc)
    other = soc.replace('"unitGroup": ""', '"unitGroup": "5435 Cooks"')
    open_document(editor, "other.standard.json", other)
    assert "5435 Cooks" in await proposals(editor, soc, '"unitGroup": "')
    draft = open_document(editor, "draft.md").replace("it. K2", "it. K")
    change(editor, "draft.md", 2, draft)
    assert list(await proposals(editor, draft, "Grade it. K", "draft.md")) == ["K1", "K2"]


async def test_formatting(editor):
    text = open_document(editor, NAME).replace('"level": 3,\n', '"level":   3,\n')
    change(editor, NAME, 2, text)
    edits = await editor.text_document_formatting_async(
        lsp.DocumentFormattingParams(
            text_document=document(editor, NAME), options=lsp.FormattingOptions(tab_size=2, insert_spaces=True)
        )
    )
    assert '"level": 3,\n' in applied(text, edits)
