// Uses ksb in VS Code as a person would, in Chromium, and fails if something does not appear.
//
//     node tests/editor/vscode.mjs CODE_SERVER VSIX KSB [PICTURES]
//
// CODE_SERVER is the folder that tests/editor/install-vscode made, VSIX the extension, KSB the program. PICTURES is a
// folder for screenshots. KSB_CHROMIUM names a browser other than /usr/bin/chromium.

import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Code, git, until } from './code.mjs';

const [codeServer, vsix, ksb, pictures] = process.argv.slice(2);
const SAMPLES = new URL('../../samples/', import.meta.url).pathname;
const DRAFT = 'Duty 1 Roast it. K1 K2 S1\n\nKnowledge\n\n- K1 Heat.\n- K2 Stages.\n\nSkills\n\n- S1 Stir the the beans.\n';

const code = new Code(codeServer, pictures);
const folder = code.folder;
const text = (name) => readFileSync(join(folder, name), 'utf8');
const old = join(code.scratch, 'old', 'ksb');
const oldRan = join(code.scratch, 'old', 'ran');

/** A folder like an author's, with settings that name a program that should not be trusted. */
function prepare() {
  copyFileSync(join(SAMPLES, 'canal-lock-keeper-1.0.standard.json'), join(folder, 'lock.standard.json'));
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'Begin');
  copyFileSync(join(SAMPLES, 'canal-lock-keeper-1.1.standard.json'), join(folder, 'lock.standard.json'));
  copyFileSync(join(SAMPLES, 'broken/mapping.standard.json'), join(folder, 'bees.standard.json'));
  writeFileSync(join(folder, 'draft.md'), DRAFT);
  writeFileSync(join(folder, 'named.json'), '{\n  "$schema": "urn:ksb:schema:standard:1",\n  "kind": "odd"\n}\n');
  writeFileSync(join(folder, 'plain.json'), '{"a":1}');
  writeFileSync(join(folder, 'ksb.toml'), '[rules]\nodd = "off"\n');
  mkdirSync(join(code.scratch, 'old'));
  writeFileSync(old, `#!/bin/sh\n: >'${oldRan}'\n[ "$1" = --version ] && echo ksb 0.0.1\n`);
  chmodSync(old, 0o755);
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'ksb.path': old }));
}

const STEPS = {
  'a missing program is told plainly, and the one that the folder names is not run': async () => {
    await code.message(/ksb is not on the path, so nothing is checked\. Install it with “pip install ksb-cli”/);
    assert(!existsSync(oldRan), 'the program of a folder that is not trusted was run');
    await code.picture('missing');
    symlinkSync(ksb, join(code.bin, 'ksb'));
    await code.page.getByRole('button', { name: 'Try again' }).click();
  },

  'findings are underlined, and told': async () => {
    await code.open('bees.standard.json');
    await code.goTo('50:12');
    await code.page.locator('.squiggly-error').first().waitFor();
    await code.hover(/K9 is mapped to D1, but the document has no K9.*dangling-code/s);
    await code.picture('finding');
  },

  'the pointer on a code tells its text': async () => {
    await code.goTo('47:12');
    await code.hover(/The symptoms of notifiable/);
  },

  'codes are completed, with their texts': async () => {
    await code.goTo('50:12');
    await code.press('Backspace');
    await code.type('5');
    await code.suggest('K5');
    await code.picture('completion');
    await code.press('Enter');
    await code.save();
    await until('K5 in the file', () => /"K4",\s*"K5",\s*"S1"/.test(text('bees.standard.json')));
    await until('the finding to go', async () => (await code.problems('K9 is mapped')) === 0);
    assert((await code.problems('has no skills mapped to it')) > 0);
    await code.closePanel();
  },

  'values are completed once, and all of them': async () => {
    await code.open('bees.standard.json');
    await code.goTo('10:13');
    await code.suggest('Digital');
    const labels = await code.page.locator('.suggest-widget .monaco-list-row').evaluateAll((rows) => rows.map((row) => row.ariaLabel.replace(/^"|".*|,.*/g, '')));
    assert.equal(new Set(labels).size, labels.length, labels.join('\n'));
    await code.press('Escape');
  },

  'a fix is applied': async () => {
    await code.open('draft.md');
    await code.goTo('10:15');
    await code.page.locator('.squiggly-warning').first().waitFor();
    const fix = await code.summon(['Control+.'], code.page.locator('.action-widget .monaco-list-row').filter({ hasText: /\bthe\b/ }));
    await code.picture('fix');
    await fix.click();
    await code.save();
    await until('the fixed text', () => text('draft.md').includes('- S1 Stir the beans.\n'));
  },

  'a code is renamed, and its statement moves': async () => {
    await code.goTo('1:22');
    await code.summon(['F2'], code.page.locator('.rename-box input:focus'));
    await code.type('K1');
    await code.press('Enter');
    await until('an edit', async () => (await code.page.locator('.tab.active.dirty').count()) > 0);
    await code.save();
    await until('the new order', () => text('draft.md').includes('- K1 Stages.\n- K2 Heat.\n'));
  },

  'mistakes in ksb.toml are told': async () => {
    await code.open('ksb.toml');
    await code.page.locator('.squiggly-error').first().waitFor();
    await until('a finding', async () => (await code.problems('unknown rule')) > 0);
    await code.closePanel();
  },

  'a schema that a document names is known': async () => {
    await code.open('named.json');
    await until('what the schema says', async () => (await code.problems('Value is not accepted')) === 1);
    assert.equal(await code.problems('Unable to load schema'), 0);
    await code.closePanel();
  },

  'other JSON keeps the formatter that it has': async () => {
    await code.open('plain.json');
    await code.command('Format Document');
    await code.page.locator('.tab.active.dirty').waitFor();
    await code.save();
    await until('the layout of VS Code', () => text('plain.json').includes('\n    "a": 1\n'));
  },

  'the comparison with git is a page that runs nothing, as light or dark as VS Code': async () => {
    await code.open('lock.standard.json');
    await code.command('ksb: Compare with the version in git');
    const words = /Comparison of two documents/;
    const page = await code.webview(words);
    assert.match(await page.locator('main').textContent(), /obligation/);
    assert.equal(await page.locator('script').count(), 0);
    assert.match(await page.locator('meta[http-equiv=Content-Security-Policy]').first().getAttribute('content'), /^default-src 'none';/);
    const paper = async () => (await code.webview(words)).evaluate(() => getComputedStyle(document.body).backgroundColor).catch(() => 'between two pages');
    assert.equal(await paper(), 'rgb(255, 255, 255)');
    await code.picture('comparison');
    await code.command('Preferences: Toggle between Light/Dark Themes');
    await until('a dark page', async () => (await paper()) === 'rgb(19, 23, 27)');
    await code.picture('comparison-dark');
  },

  'the mapping is shown': async () => {
    await code.open('bees.standard.json');
    await code.command('ksb: Show the mapping');
    await code.webview(/Mapping of duties to statements/);
    await code.picture('matrix-dark');
  },

  'a draft is begun': async () => {
    await code.command('ksb: New draft of a standard');
    await code.page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'An apprenticeship unit' }).click();
    const path = code.page.locator('.quick-input-widget input').first();
    await until('the question where', async () => (await path.inputValue()).endsWith('draft.md'));
    await path.fill(join(folder, 'unit.md'));
    await path.press('Enter');
    await until('the draft', () => existsSync(join(folder, 'unit.md')) && /Technical knowledge/i.test(text('unit.md')));
    await code.page.locator('.tab.active').filter({ hasText: 'unit.md' }).waitFor();
    await code.picture('draft-dark');
  },

  'a program that is too old is told plainly, once the folder is trusted': async () => {
    await code.command('Workspaces: Manage Workspace Trust');
    await code.page.getByRole('button', { name: 'Trust', exact: true }).click();
    await code.message(new RegExp(`ksb 0\\.0\\.1 at ${old} is too old: it cannot serve an editor`));
    await code.picture('too-old');
  },
};

prepare();
await code.start(vsix);
let done = 0;
try {
  for (const [step, act] of Object.entries(STEPS)) {
    try {
      await act();
      done += 1;
    } catch (error) {
      await code.picture(`failed-${done + 1}`);
      throw new Error(`${step}: ${error.message}`, { cause: error });
    }
  }
} finally {
  await code.stop();
}
console.log(`${done} steps`);
