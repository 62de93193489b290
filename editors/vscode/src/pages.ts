// Pages that ksb writes, each in a tab of its own.

import * as vscode from 'vscode';

/** Nothing is loaded, run or sent, whatever the text of a document says. The page itself has the same policy. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Makes a page, or says why there is none. */
export type Render = () => Promise<{ readonly html: string } | { readonly fault: string }>;

/** The pages that are open. Each follows its document whenever that is saved, and the theme. */
export class Pages implements vscode.Disposable {
  private readonly open = new Map<string, { readonly panel: vscode.WebviewPanel; readonly refresh: () => Promise<void> }>();
  private readonly watched = [
    vscode.workspace.onDidSaveTextDocument(() => this.refresh()),
    vscode.window.onDidChangeActiveColorTheme(() => this.refresh()),
  ];

  /** Shows a page, in its own panel if it is already open. A failure is reported and opens nothing. */
  async show(title: string, render: Render): Promise<void> {
    const first = await render();
    if ('fault' in first) {
      void vscode.window.showErrorMessage(first.fault);
      return;
    }
    const known = this.open.get(title);
    const panel = known?.panel ?? this.panel(title, render);
    panel.webview.html = themed(first.html);
    panel.reveal();
  }

  dispose(): void {
    vscode.Disposable.from(...this.watched).dispose();
    for (const { panel } of this.open.values()) panel.dispose();
  }

  private panel(title: string, render: Render): vscode.WebviewPanel {
    const options = { enableScripts: false, enableFindWidget: true, localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel('ksb.page', title, vscode.ViewColumn.Active, options);
    const refresh = async (): Promise<void> => {
      const page = await render();
      if (this.open.has(title) && 'html' in page) panel.webview.html = themed(page.html);
    };
    this.open.set(title, { panel, refresh });
    panel.onDidDispose(() => this.open.delete(title));
    return panel;
  }

  private refresh(): void {
    for (const { refresh } of this.open.values()) void refresh();
  }
}

/** The page with the policy, light or dark to match the theme: VS Code tells a page only what the machine prefers. */
function themed(html: string): string {
  const kind = vscode.window.activeColorTheme.kind;
  const isDark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
  return html
    .replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}">`)
    .replaceAll('(prefers-color-scheme: dark)', isDark ? '(min-width: 0)' : '(max-width: 0)')
    .replaceAll('color-scheme: light dark', `color-scheme: ${isDark ? 'dark' : 'light'}`)
    .replace('name="color-scheme" content="light dark"', `name="color-scheme" content="${isDark ? 'dark' : 'light'}"`);
}
