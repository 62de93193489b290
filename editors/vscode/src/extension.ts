// ksb in VS Code.

import * as vscode from 'vscode';

import { commands } from './commands';
import { Pages } from './pages';
import { Schemas } from './schemas';
import { Server } from './server';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const own = new Server();
  const pages = new Pages();
  server = own;
  context.subscriptions.push(
    own,
    pages,
    commands(own, pages),
    vscode.workspace.registerTextDocumentContentProvider('urn', new Schemas(context.extensionUri)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('ksb.path')) void own.restart();
    }),
  );
  void own.program();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
