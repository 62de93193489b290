"""What is at a place, and where else it is."""

from common import *

NAME = "roaster.standard.json"


def place(client, text, words, nth=0, name=NAME, kind=lsp.TextDocumentPositionParams):
    return kind(text_document=document(client, name), position=at(text, words, nth, plus=1))


async def test_hover_on_a_code(editor, committed):
    text = open_document(editor, NAME)
    hover = await editor.text_document_hover_async(place(editor, text, "K2", kind=lsp.HoverParams))
    assert hover.range == span(text, "K2")
    assert "**K2** · knowledge statement\n\nThe stages of a roast.\n\nMapped to D2" in hover.contents.value
    assert "It was K3 in the last commit." in hover.contents.value
    hover = await editor.text_document_hover_async(place(editor, text, "K6", kind=lsp.HoverParams))
    assert "Not mapped to any duty." in hover.contents.value
    assert "unmapped-ksb" in hover.contents.value
    hover = await editor.text_document_hover_async(place(editor, text, "D3", kind=lsp.HoverParams))
    assert "**D3** · duty\n\nPack coffee.\n\nMapped to it: K4, K9, S1, B1" in hover.contents.value


async def test_hover_on_a_finding(editor):
    text = open_document(editor, NAME)
    hover = await editor.text_document_hover_async(place(editor, text, "to to", kind=lsp.HoverParams))
    hover = hover or await editor.text_document_hover_async(place(editor, text, "to a", kind=lsp.HoverParams))
    assert hover.contents.value.startswith("# repeated-word")
    assert await editor.text_document_hover_async(place(editor, text, "Catering", kind=lsp.HoverParams)) is None


async def test_definition_references_and_highlight(editor):
    text = open_document(editor, NAME)
    own = lsp.Location(uri=uri(editor, NAME), range=span(text, "S1", 3))
    assert list(await editor.text_document_definition_async(place(editor, text, "S1", kind=lsp.DefinitionParams))) == [own]
    params = lsp.ReferenceParams(
        context=lsp.ReferenceContext(include_declaration=False),
        text_document=document(editor, NAME),
        position=at(text, "S1", 3, plus=1),
    )
    listed = [lsp.Location(uri=uri(editor, NAME), range=span(text, "S1", nth)) for nth in range(3)]
    assert list(await editor.text_document_references_async(params)) == listed
    params.context.include_declaration = True
    assert list(await editor.text_document_references_async(params)) == [*listed, own]
    lit = await editor.text_document_document_highlight_async(
        place(editor, text, "S1", kind=lsp.DocumentHighlightParams)
    )
    assert [one.range for one in lit] == [span(text, "S1", nth) for nth in range(4)]
    assert lit[3].kind == lsp.DocumentHighlightKind.Write


async def test_codes_in_a_document_that_cites(editor):
    text = open_document(editor, "modules.md")
    hover = await editor.text_document_hover_async(
        place(editor, text, "K4", name="modules.md", kind=lsp.HoverParams)
    )
    assert "Materials that keep coffee fresh." in hover.contents.value
    standard = (editor.folder / NAME).read_text(encoding="utf-8")
    found = await editor.text_document_definition_async(
        place(editor, text, "K4", name="modules.md", kind=lsp.DefinitionParams)
    )
    assert list(found) == [lsp.Location(uri=uri(editor, NAME), range=span(standard, "K4", 1))]


async def test_symbols_and_folding(editor):
    text = open_document(editor, NAME)
    [whole] = await editor.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(text_document=document(editor, NAME))
    )
    assert (whole.name, whole.detail) == ("Café 🦀 roaster", "ST9970_0.1")
    assert [part.name for part in whole.children] == ["Duties", "Knowledge statements", "Skills", "Behaviours"]
    duty = whole.children[0].children[1]
    assert (duty.name, duty.detail) == ("D2", "Grade green coffee.")
    assert duty.selection_range == span(text, "D2")
    folds = await editor.text_document_folding_range_async(
        lsp.FoldingRangeParams(text_document=document(editor, NAME))
    )
    lines = {(fold.start_line, fold.end_line) for fold in folds}
    assert (at(text, '"knowledge"').line + 1, at(text, "The law on").line) in lines
    found = await editor.workspace_symbol_async(lsp.WorkspaceSymbolParams(query="stages"))
    assert [one.name for one in found] == ["K2 The stages of a roast."]


async def test_hints_and_lenses(editor, committed):
    text = open_document(editor, NAME)
    hints = await editor.text_document_inlay_hint_async(
        lsp.InlayHintParams(
            text_document=document(editor, NAME), range=lsp.Range(at(text, '"code": "D2"'), at(text, '"code": "D3"'))
        )
    )
    assert [(one.label, one.position) for one in hints] == [
        ("The stages of a…", at(text, "K2", plus=4)),
        ("Control the heat during…", at(text, "S1", 1, plus=4)),
        ("Takes care of detail.", at(text, "B1", 1, plus=3)),
    ]
    lenses = await editor.text_document_code_lens_async(lsp.CodeLensParams(text_document=document(editor, NAME)))
    said = [(one.command.title, one.range) for one in lenses]
    assert ("mapped to 3 duties", span(text, "S1", 3)) in said
    assert ("not mapped to any duty", span(text, "K6")) in said
    assert ("K3 in the last commit", span(text, "K2", 1)) in said
