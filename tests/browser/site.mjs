// Opens the pages of a site from the disk, as a reader would, and fails if one is not accessible, not valid, too wide,
// or requests anything outside the site; then searches it with the keyboard.
//
//     node tests/browser/site.mjs FOLDER

import { readFile, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileSystemConfigLoader, HtmlValidate, esmResolver } from 'html-validate';
import { chromium } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The most that a page loads before the reader asks for more. */
const FIRST_LOAD = 300_000;

const VIEWS = [
  { width: 1280 },
  { width: 320 },
  { width: 1280, colorScheme: 'dark' },
  { width: 1280, forcedColors: 'active' },
];

const root = process.argv[2];
const faults = [];
const base = pathToFileURL(`${root}/`).href;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.html')).sort();

/** What kind of page it is: names of standards, versions and groups make no difference. */
const kindOf = (path) => path.replace(/[^/]+-to-[^/]+\.html$/, 'comparison').replace(/[\d.]+\.html$/, 'version').replace(/\/[^/]+\//, '/x/');

/** The longest page of each kind. */
const kinds = new Map();
for (const path of pages) {
  const { size } = await stat(join(root, path));
  const kind = kindOf(path);
  if (size > (kinds.get(kind)?.size ?? 0)) kinds.set(kind, { path, size });
}

/** What the HTML standard says; matters of taste are left out. */
const validator = new HtmlValidate(new FileSystemConfigLoader([esmResolver()], {
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: { 'no-redundant-role': 'off', 'require-sri': 'off', 'prefer-native-element': 'off', 'no-implicit-button-type': 'off' },
}));
for (const path of pages) {
  const report = await validator.validateString(await readFile(join(root, path), 'utf8'), path);
  for (const result of report.results) {
    for (const one of result.messages.slice(0, 5)) faults.push(`${path}: ${one.ruleId}: ${one.message} (${one.selector})`);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.KSB_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  for (const { path } of kinds.values()) for (const view of VIEWS) await looked(path, view);
  await searched(false);
  await searched(true);
  await withoutScripts();
} finally {
  await browser.close();
}
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages of ${kinds.size} sorts, ${faults.length} faults`);
process.exitCode = faults.length > 0 || pages.length === 0 ? 1 : 0;

/** A page in a fresh context, which reports anything that it should not do. */
async function opened(path, options) {
  const tell = (fault) => faults.push(`${path} (${JSON.stringify(options)}): ${fault}`);
  const context = await browser.newContext({ ...options, viewport: { width: options.width, height: 900 } });
  const page = await context.newPage();
  const loaded = [];
  page.on('dialog', (dialog) => { tell(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => {
    if (request.url().startsWith(base)) loaded.push(request.url()); else tell(`a request: ${request.url()}`);
  });
  page.on('pageerror', (error) => tell(`an error: ${error.message}`));
  page.on('console', (message) => tell(`on the console: ${message.text()}`));
  await page.goto(`${base}${path}`);
  return { page, tell, loaded, close: () => context.close() };
}

async function looked(path, view) {
  const { page, tell, loaded, close } = await opened(path, view);
  const sizes = await Promise.all(loaded.map(async (url) => (await stat(new URL(url.split(/[?#]/)[0]))).size));
  const sum = sizes.reduce((one, other) => one + other, 0);
  if (sum > FIRST_LOAD) tell(`it loads ${sum} bytes at first`);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const styled = await page.evaluate(() => getComputedStyle(document.body).maxWidth !== 'none');
  if (!styled) tell('it has no style');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > view.width) tell(`it is ${wide} pixels wide`);
  await page.evaluate(axe);
  const found = await violations(page);
  if (found.passes.length === 0) tell('axe-core looked at nothing');
  for (const violation of found.violations) {
    const places = violation.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`);
    tell(`${violation.id}, ${violation.nodes.length} times: ${places.join(' | ').replace(/\s+/g, ' ')}`);
  }
  await close();
}

/** What axe-core finds. It must not load anything either. */
function violations(page) {
  return page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false }),
    TAGS,
  );
}

/** From the first page to a standard through the search, using only the keyboard. */
async function searched(isTyped) {
  const { page, tell, close } = await opened(isTyped ? 'search.html' : 'index.html', { width: 1280 });
  for (let stop = 0; stop < 20 && await page.evaluate(() => document.activeElement.id !== 'q'); stop += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('lock kee');
  if (!isTyped) await page.keyboard.press('Enter');
  await page.waitForSelector('#results li').catch(() => tell('nothing is found'));
  const said = await page.textContent('#status');
  if (!/^[1-9]\d* standards?, \d+ statements?\.$/.test(said)) tell(`the search says: ${said}`);
  await page.evaluate(axe);
  const found = await violations(page);
  for (const violation of found.violations) tell(`results: ${violation.id}`);
  for (let stop = 0; stop < 40 && !await page.evaluate(() => document.activeElement.closest('#results') !== null); stop += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/standards\/[^/]+\/index\.html$/, { timeout: 5000 }).catch(() => tell('the result leads nowhere'));
  await close();
}

/** Without scripts there are lists. */
async function withoutScripts() {
  const { page, tell, close } = await opened('search.html', { width: 1280, javaScriptEnabled: false });
  if (!(await page.textContent('main')).includes('Search needs JavaScript')) tell('it does not say that it needs scripts');
  await page.click('text=Standards from A to Z');
  if (!page.url().endsWith('standards/index.html')) tell('the list is not there');
  await close();
}
