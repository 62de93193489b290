// The commands of the palette.

import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';

import type { Pages, Render } from './pages';
import { run } from './program';
import type { Server } from './server';

const KINDS: readonly (vscode.QuickPickItem & { readonly name: string })[] = [
  { name: 'apprenticeship', label: 'An apprenticeship' },
  { name: 'foundation', label: 'A foundation apprenticeship', detail: 'Technical knowledge and skills, employability, no duties' },
  { name: 'unit', label: 'An apprenticeship unit', detail: 'Technical knowledge and skills, no duties' },
  { name: 'occupation', label: 'An occupation of the occupational map' },
];
const ENDINGS = { Markdown: ['md'], 'Native JSON': ['standard.json'], CSV: ['csv'], Word: ['docx'], Excel: ['xlsx'] };
const IN_THE_EDITOR = /\.(md|json|csv)$/;

/** The commands, by their names in package.json. */
export function commands(server: Server, pages: Pages): vscode.Disposable {
  const all: Record<string, (uri?: vscode.Uri) => Promise<unknown>> = {
    'ksb.compare': async (uri) => page(uri, 'changes', (name) => ['diff', '--format', 'html', `HEAD:./${name}`, `./${name}`]),
    'ksb.matrix': async (uri) => page(uri, 'mapping', (name) => ['matrix', '--format', 'html', `./${name}`]),
    'ksb.new': newDraft,
    'ksb.restart': async () => server.restart(),
  };
  return vscode.Disposable.from(...Object.entries(all).map(([name, act]) => vscode.commands.registerCommand(name, act)));

  /** Shows what the program writes about a document: the one given, or else the active one. */
  async function page(uri: vscode.Uri | undefined, what: string, args: (name: string) => readonly string[]): Promise<void> {
    const path = await saved(uri ?? vscode.window.activeTextEditor?.document.uri);
    const program = await server.program();
    if (path === undefined || 'fault' in program) return;
    const render: Render = async () => {
      const ran = await run(program.path, args(basename(path)), dirname(path));
      return ran.out === '' ? { fault: ran.err.trim() } : { html: ran.out };
    };
    await pages.show(`${basename(path)}: ${what}`, render);
  }

  /** Asks what the draft is for and where to save it, writes it, and opens it. */
  async function newDraft(): Promise<void> {
    const program = await server.program();
    if ('fault' in program) return;
    const picked = await vscode.window.showQuickPick(KINDS, { title: 'What is the standard for?', ignoreFocusOut: true });
    if (picked === undefined) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const file = await vscode.window.showSaveDialog({
      title: 'Where should the draft be saved?',
      filters: ENDINGS,
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'draft.md') }),
    });
    if (file === undefined) return;
    // The dialog has already asked whether to replace an existing file.
    const ran = await run(program.path, ['new', '--kind', picked.name, '--force', file.fsPath], dirname(file.fsPath));
    if (ran.code !== 0) void vscode.window.showErrorMessage(ran.err.trim());
    else if (IN_THE_EDITOR.test(file.path)) await vscode.window.showTextDocument(file);
    else void vscode.window.showInformationMessage(`${basename(file.path)} has been saved.`);
  }
}

/** The path of a document, once any unsaved changes are saved, because ksb reads the file. */
async function saved(uri: vscode.Uri | undefined): Promise<string | undefined> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri?.toString());
  const isSaved = document?.isDirty !== true || (await document.save());
  if (uri?.scheme === 'file' && isSaved) return uri.fsPath;
  void vscode.window.showErrorMessage('First open a standard that is saved as a file.');
  return undefined;
}
