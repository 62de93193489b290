// The schemas of ksb, for documents that name one: "$schema": "urn:ksb:schema:standard:1".

import * as vscode from 'vscode';

const NAME = /^ksb:schema:([a-z-]+):\d+$/;

/** Gives the schema that a `urn:` of ksb names. The schemas come with the extension. */
export class Schemas implements vscode.TextDocumentContentProvider {
  constructor(private readonly extension: vscode.Uri) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const name = NAME.exec(uri.path)?.[1];
    if (name === undefined) throw new Error(`ksb has no schema ${uri.toString(true)}`);
    const file = vscode.Uri.joinPath(this.extension, 'schemas', `${name}.schema.json`);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const id: unknown = JSON.parse(text).$id;
    if (id !== uri.toString(true)) throw new Error(`ksb has no schema ${uri.toString(true)}, only ${String(id)}`);
    return text;
  }
}
