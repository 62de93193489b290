"""A folder with made-up documents, and two editors: one that findings are pushed to, and one that asks for them."""

import os
import pathlib
import subprocess

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient

KSB = os.environ["KSB"]

# é takes two bytes and one UTF-16 unit; the crab takes four bytes and two units.
STANDARD = """{
  "kind": "apprenticeship",
  "reference": "ST9970",
  "version": "0.1",
  "status": "In development",
  "title": "Café 🦀 roaster",
  "level": 3,
  "route": "Catering and hospitality",
  "duties": [
    { "code": "D1", "text": "Roast coffee to to a profile.", "ksbs": ["K1", "K3", "S1", "B1"] },
    { "code": "D2", "text": "Grade green coffee.", "ksbs": ["K2", "S1", "B1"] },
    { "code": "D3", "text": "Pack coffee.", "ksbs": ["K4", "K9", "S1", "B1"] }
  ],
  "knowledge": [
    { "code": "K1", "text": "How heat changes the bean." },
    { "code": "K2", "text": "The stages of a roast." },
    { "code": "K3", "text": "Defects of green coffee." },
    { "code": "K4", "text": "Materials that keep coffee fresh." },
    { "code": "K6", "text": "The law on weights." }
  ],
  "skills": [{ "code": "S1", "text": "Control the heat during a roast." }],
  "behaviours": [{ "code": "B1", "text": "Takes care of detail." }]
}
"""

DRAFT = "Duty 1 Roast it. K1 S1\nDuty 2 Grade it. K2\n\nKnowledge\n- K1 – Heat.\n- K2 – Stages.\n\nSkills\n- S1 – Stir the beans.\n"

CITING = "# Module 1\n\nCovers knowledge K2 and K4 and skill S1.\n\n# Module 2\n\nCovers knowledge K8 and behaviour B1.\n"

SETTINGS = """[[trace]]
standard = "roaster.standard.json"
files = ["modules.md"]
"""


def capabilities(pulls: bool) -> lsp.ClientCapabilities:
    return lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(
            position_encodings=[lsp.PositionEncodingKind.Utf8 if pulls else lsp.PositionEncodingKind.Utf16]
        ),
        text_document=lsp.TextDocumentClientCapabilities(
            diagnostic=lsp.DiagnosticClientCapabilities() if pulls else None,
            document_symbol=lsp.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
        ),
        workspace=lsp.WorkspaceClientCapabilities(
            workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=True)
        ),
    )


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "a b"
    folder.mkdir()
    for name, text in [
        ("roaster.standard.json", STANDARD),
        ("draft.md", DRAFT),
        ("modules.md", CITING),
        ("ksb.toml", SETTINGS),
    ]:
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


async def start(client: LanguageClient, folder: pathlib.Path, pulls: bool):
    root = folder.as_uri()
    params = lsp.InitializeParams(
        capabilities=capabilities(pulls), root_uri=root, workspace_folders=[lsp.WorkspaceFolder(uri=root, name="a")]
    )
    client.folder = folder
    client.told = await client.initialize_session(params)


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[KSB, "server"]))
async def editor(lsp_client: LanguageClient, folder):
    await start(lsp_client, folder, pulls=False)
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[KSB, "server"]))
async def puller(lsp_client: LanguageClient, folder):
    await start(lsp_client, folder, pulls=True)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def committed(folder):
    """The folder as a repository, in which K2 and K3 have changed places since."""
    old = STANDARD.replace('"K2", "text": "The stages of a roast."', '"K2", "text": "Defects of green coffee."')
    old = old.replace('"K3", "text": "Defects of green coffee."', '"K3", "text": "The stages of a roast."')
    path = folder / "roaster.standard.json"
    path.write_text(old, encoding="utf-8")
    identity = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
    for args in [["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "Draft"]]:
        subprocess.run(["git", *args], cwd=folder, check=True)
    path.write_text(STANDARD, encoding="utf-8")
    return folder
