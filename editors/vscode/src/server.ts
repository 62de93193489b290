// Finds and starts the language server, and tells the user if that fails.

import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { DocumentFormattingRequest, LanguageClient, type Middleware } from 'vscode-languageclient/node';

import { findProgram, type Program } from './program';

/** Documents that the extension recognises by name. */
const NATIVE = ['**/*.standard.json', '**/*.occupational-map.json'].map((pattern) => ({ scheme: 'file', pattern }));

/** Documents that may be standards by their content, or cite one. The server says nothing about any others. */
const LOOKED_AT = [
  ...NATIVE,
  ...['json', 'markdown', 'plaintext', 'csv'].map((language) => ({ scheme: 'file', language })),
  ...['**/*.{csv,tsv}', '**/ksb.toml'].map((pattern) => ({ scheme: 'file', pattern })),
];

/** The server of this window. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private starting: Promise<Program> | undefined;
  private readonly status = vscode.languages.createLanguageStatusItem('ksb', [...NATIVE, { pattern: '**/ksb.toml' }]);

  constructor() {
    this.status.name = 'ksb';
  }

  /** The program, with its server running, or why there is none. The user has already been told. */
  program(): Promise<Program> {
    this.starting ??= this.start();
    return this.starting;
  }

  /** Looks for the program again and starts its server, once the earlier server has stopped. */
  restart(): Promise<Program> {
    const before = this.starting ?? Promise.resolve();
    this.starting = before.then(() => this.stop()).then(() => this.start());
    return this.starting;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A client that never started, or has already ended, cannot be stopped.
    await client?.dispose().catch(() => undefined);
  }

  dispose(): void {
    this.status.dispose();
  }

  private async start(): Promise<Program> {
    const program = await this.served(await findProgram(vscode.workspace.getConfiguration('ksb').get('path', '').trim()));
    this.show(program);
    if ('fault' in program) void this.tell(program.fault);
    return program;
  }

  /** The program, once its server answers. */
  private async served(program: Program): Promise<Program> {
    if ('fault' in program) return program;
    this.client = clientOf(program.path);
    try {
      await this.client.start();
      return program;
    } catch (error) {
      return { fault: `${program.path} could not start the server: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  private show(program: Program): void {
    const isFault = 'fault' in program;
    this.status.severity = isFault ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    this.status.text = isFault ? 'ksb is not running' : `ksb ${program.version}`;
    this.status.detail = isFault ? program.fault : program.path;
    this.status.command = { command: 'ksb.restart', title: 'Restart' };
  }

  private async tell(fault: string): Promise<void> {
    const [setting, again] = ['Open the setting', 'Try again'];
    const chosen = await vscode.window.showErrorMessage(fault, setting, again);
    if (chosen === setting) await vscode.commands.executeCommand('workbench.action.openSettings', 'ksb.path');
    if (chosen === again) await this.restart();
  }
}

/** A client of the server. The server does not start in the open folder, because nothing there may be run. */
function clientOf(path: string): LanguageClient {
  const server = { command: path, args: ['server'], options: { cwd: homedir() } };
  const client = new LanguageClient('ksb', 'ksb', server, { documentSelector: LOOKED_AT, middleware: { provideCompletionItem } });
  // Other documents keep the formatter that they have: VS Code asks which to use where there are two.
  const formatting = client.getFeature(DocumentFormattingRequest.method);
  const initialize = formatting.initialize.bind(formatting);
  formatting.initialize = (capabilities) => initialize(capabilities, NATIVE);
  return client;
}

/** Leaves out what VS Code proposes from the schema: the keys of native documents, and the few values of `kind`. */
const provideCompletionItem: NonNullable<Middleware['provideCompletionItem']> = async (document, position, context, token, next) => {
  const found = await next(document, position, context, token);
  if (!found || vscode.languages.match(NATIVE, document) === 0) return found;
  const before = document.lineAt(position).text.slice(0, position.character);
  if (/"kind"\s*:\s*"[^"]*$/.test(before)) return undefined;
  return (Array.isArray(found) ? found : found.items).filter((item) => item.kind !== vscode.CompletionItemKind.Property);
};
