// Uses the page of web/ in Chromium as a person would, and fails if it says anything different from the command,
// requests anything that is not its own, or is not accessible.
//
//     node tests/browser/web.mjs PAGES KSB FILE…
//
// PAGES is the folder that web/build wrote, KSB the program. Every FILE is checked by both. KSB_CHROMIUM names a
// browser other than /usr/bin/chromium.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [pages, ksb, ...files] = process.argv.slice(2).map((path) => resolve(path));
const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NOON = new Date('2026-01-31T12:00:00Z');
const KINDS = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };
const [OLD, NEW] = ['1.0', '1.1'].map((version) => join(SAMPLES, `canal-lock-keeper-${version}.standard.json`));
const CITING = join(SAMPLES, 'migrate/scheme-of-work.csv');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'ksb-web-'));
const faults = [];
const server = createServer(serve);
await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
const hosted = `http://127.0.0.1:${server.address().port}/`;
const single = pathToFileURL(join(pages, 'ksb.html')).href;
const browser = await chromium.launch({
  executablePath: process.env.KSB_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync'],
});
let looks = 0;
try {
  for (const url of [hosted, single]) await look('the start', { url }, async () => {});
  // Without this, a page that does not start would be waited for again and again.
  if (faults.length === 0) await lookAtAll();
} finally {
  await browser.close();
  server.close();
  rmSync(scratch, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${looks} looks, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function lookAtAll() {
  await look('findings', { url: hosted }, sameFindings);
  for (const [name, url] of [['hosted', hosted], ['one file', single]]) {
    for (const [task, act] of Object.entries({ correct, compare, pairing, matrix, convert, trace, migrate, history, paste })) {
      await look(`${task}, ${name}`, { url }, act);
    }
  }
  for (const view of [{ name: 'wide', width: 1280 }, { name: 'narrow', width: 320 }, { name: 'dark', width: 1280, colorScheme: 'dark' },
    { name: 'forced colours', width: 1280, forcedColors: 'active' }]) {
    await look(view.name, { url: hosted, ...view }, accessible);
  }
  await look('keyboard', { url: single }, keyboard);
  await look('hostile', { url: hosted }, hostile);
}

function serve(request, response) {
  const name = request.url === '/' ? 'index.html' : basename(request.url);
  try {
    const content = readFileSync(join(pages, name));
    response.writeHead(200, { 'content-type': KINDS[extname(name)] ?? 'text/plain' });
    response.end(content);
  } catch {
    response.writeHead(404);
    response.end();
  }
}

/** Opens the page in a fresh context, and makes sure that it requests nothing but its own files. */
async function look(name, { url, width = 1280, ...view }, act) {
  const tell = (fault) => faults.push(`${name}: ${fault}`);
  const context = await browser.newContext({ viewport: { width, height: 900 }, timezoneId: 'Etc/UTC', ...view });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOON);
  page.setDefaultTimeout(20_000);
  page.on('dialog', (dialog) => { tell(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => tell(`an error: ${error.message}`));
  page.on('console', (message) => tell(`on the console: ${message.text()}`));
  page.on('request', (request) => { if (!isOwn(request.url(), url)) tell(`a request: ${request.url()}`); });
  try {
    await page.goto(url);
    await page.waitForFunction(() => document.getElementById('version').textContent !== '');
    await act(page, tell, { width });
    if ((await context.cookies()).length > 0) tell('it has cookies');
  } catch (error) {
    tell(error.message.split('\n').slice(0, 4).join(' | '));
  }
  looks += 1;
  await context.close();
}

/** Whether the page requests one of its own files, or something that it made itself. */
function isOwn(url, own) {
  return url.startsWith(own) || url.startsWith('blob:') || url.startsWith('data:image/svg');
}

/** What the command writes. It fails if there are findings, but writes them all the same. */
function told(args, cwd = SAMPLES) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(NOON / 1000), NO_COLOR: '1' };
  try {
    return execFileSync(ksb, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch (error) {
    return error.stdout;
  }
}

async function open(page, paths) {
  await page.setInputFiles('#choose', paths);
  for (const path of paths) await page.getByLabel(`Remove ${basename(path)}`, { exact: true }).waitFor();
}

/** Chooses a task, and waits for its answer. */
async function perform(page, task, said) {
  await page.check(`#task-${task}`);
  await page.waitForFunction((said) => document.getElementById('status').textContent.includes(said), said);
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await download.path());
}

function named(page, name) {
  return page.getByRole('button', { name, exact: true });
}

function report(page) {
  return page.frameLocator('iframe.report');
}

function same(tell, what, found, expected) {
  if (!Buffer.from(found).equals(Buffer.from(expected))) {
    const at = [...Buffer.from(found)].findIndex((byte, index) => byte !== expected[index]);
    const near = (bytes) => JSON.stringify(Buffer.from(bytes).subarray(Math.max(0, at - 30), at + 60).toString());
    tell(`${what} is not what the command writes, from byte ${at}: ${near(found)}, not ${near(expected)}`);
  }
}

async function sameFindings(page, tell) {
  for (const file of files) {
    await open(page, [file]);
    await page.waitForFunction(() => /in 1 |in [\d,]+ of|in [\d,]+ documents|\d+ files?/.test(document.getElementById('status').textContent));
    const found = await saved(page, named(page, 'Download as JSON'));
    const expected = told(['check', '--no-config', '--severity', 'advice', '--format', 'json', basename(file)], dirname(file));
    same(tell, `${file}`, found, expected);
    await page.getByLabel(`Remove ${basename(file)}`, { exact: true }).click();
    await page.waitForFunction(() => document.getElementById('status').textContent.startsWith('Open'));
  }
}

async function correct(page, tell) {
  const file = join(SAMPLES, 'broken/wording.standard.json');
  await open(page, [file]);
  await report(page).getByRole('button', { name: 'misspelling' }).first().click();
  await page.getByRole('heading', { name: 'misspelling' }).waitFor();
  await page.keyboard.press('Escape');
  await report(page).locator('#show-s-warning').uncheck();
  if (await report(page).locator('.finding.warning:visible').count() > 0) tell('a filter hides nothing');
  await report(page).locator('a[href="#f1"]').first().click();
  if (await report(page).locator(':target').count() !== 1) tell('a link inside the report leads nowhere');
  await named(page, 'Correct…').click();
  await page.locator('dialog ins').first().waitFor();
  const change = told(['check', '--no-config', '--diff', basename(file)], dirname(file)).toString();
  const shown = await page.locator('dialog pre').evaluate((pre) => [...pre.childNodes].map((node) => node.textContent.replace(/\n$/, '')).join('\n'));
  if (shown.trimEnd() !== change.trimEnd()) tell(`another change than that of the command: ${shown}`);
  const before = await page.locator('#status').textContent();
  await named(page, 'Continue with the corrected text').click();
  await page.waitForFunction((before) => document.getElementById('status').textContent !== before, before);
  await office(page, tell);
}

async function office(page, tell) {
  const file = join(SAMPLES, 'drafts/ferry-deckhand.docx');
  await page.getByLabel('Remove wording.standard.json').click();
  await open(page, [file]);
  await named(page, 'Correct…').click();
  for (const [words, marks] of [['Download with comments', 'comments'], ['Download with tracked changes', 'tracked']]) {
    const found = await saved(page, named(page, words));
    const copy = join(scratch, `${marks}.docx`);
    told(['check', '--no-config', '--output', `${marks}:${copy}`, basename(file)], dirname(file));
    same(tell, words, found, readFileSync(copy));
  }
  await page.keyboard.press('Escape');
}

async function compare(page, tell) {
  await open(page, [OLD, NEW]);
  await perform(page, 'compare', 'The comparison is below');
  await report(page).getByRole('heading', { name: 'What changed' }).waitFor();
  for (const [words, format] of [['JSON', 'json'], ['CSV', 'csv'], ['Markdown', 'markdown'], ['Download this page', 'html']]) {
    const expected = told(['diff', '--format', format, basename(OLD), basename(NEW)]);
    same(tell, format, await saved(page, named(page, words)), expected);
  }
}

async function pairing(page, tell) {
  await compare(page, tell);
  await page.getByText('Correct how statements are paired').click();
  await page.getByLabel('Old code').fill('K6');
  await page.getByLabel('New code').fill('K9');
  await named(page, 'Pair these').click();
  await page.getByLabel('Remove K6 = K9').waitFor();
  const file = join(scratch, 'pairing.toml');
  writeFileSync(file, await saved(page, named(page, 'Download as a pairing file')));
  const expected = told(['diff', '--format', 'json', '--pairing', file, basename(OLD), basename(NEW)]);
  same(tell, 'a comparison with a pairing', await saved(page, named(page, 'JSON')), expected);
  await page.getByLabel('Remove K6 = K9').click();
  await page.getByLabel('Pairing file').setInputFiles(file);
  await page.getByLabel('Remove K6 = K9').waitFor();
}

async function matrix(page, tell) {
  await open(page, [OLD]);
  await perform(page, 'matrix', 'The mapping is below');
  for (const [words, format] of [['CSV', 'csv'], ['Markdown', 'markdown'], ['Download this page', 'html']]) {
    same(tell, format, await saved(page, named(page, words)), told(['matrix', '--format', format, basename(OLD)]));
  }
}

async function convert(page, tell) {
  await open(page, [OLD]);
  await perform(page, 'convert', 'is ready');
  for (const [format, ending] of [['JSON', 'json'], ['Word document', 'docx'], ['Markdown', 'md'], ['CSV', 'csv'], ['Workbook', 'xlsx']]) {
    await page.getByLabel('Format').selectOption({ label: format });
    const copy = join(scratch, `converted.${ending}`);
    told(['convert', '--force', '-o', copy, basename(OLD)]);
    same(tell, format, await saved(page, page.getByRole('button', { name: new RegExp(`^Download .*\\.${ending}$`) })), readFileSync(copy));
  }
}

async function trace(page, tell) {
  const [csv, plan] = ['citing/curriculum.csv', 'citing/assessment-plan.docx'].map((name) => join(SAMPLES, name));
  await open(page, [NEW, csv, plan]);
  await perform(page, 'trace', 'statements are cited');
  const copies = [csv, plan].map((path) => { const copy = join(scratch, basename(path)); writeFileSync(copy, readFileSync(path)); return basename(copy); });
  writeFileSync(join(scratch, basename(NEW)), readFileSync(NEW));
  const command = (format) => told(['trace', '--no-config', '--severity', 'advice', '--format', format, basename(NEW), ...copies], scratch);
  same(tell, 'the findings', await saved(page, named(page, 'Findings as JSON')), command('json'));
  same(tell, 'the coverage', await saved(page, named(page, 'Coverage as CSV')), command('csv'));
  await page.getByLabel('Show', { exact: true }).selectOption('matrix');
  await report(page).getByRole('heading', { name: 'Gaps' }).waitFor();
}

async function migrate(page, tell) {
  await open(page, [OLD, NEW, CITING]);
  await perform(page, 'migrate', 'has been updated');
  const copy = join(scratch, 'moved.csv');
  const said = told(['migrate', '--force', '-o', copy, OLD, NEW, basename(CITING)], dirname(CITING)).toString();
  same(tell, 'the document', await saved(page, page.getByRole('button', { name: /^Download / })), readFileSync(copy));
  const shown = await page.locator('#outcome pre').first().textContent();
  if (shown !== said) tell(`another report than that of the command: ${shown}`);
}

async function history(page, tell) {
  const catalogue = join(SAMPLES, 'api/waterways.catalogue.json');
  await open(page, [catalogue, OLD]);
  await perform(page, 'history', 'The history of');
  await page.getByLabel('Standard', { exact: true }).selectOption('ST9901');
  writeFileSync(join(scratch, basename(catalogue)), readFileSync(catalogue));
  writeFileSync(join(scratch, basename(OLD)), readFileSync(OLD));
  const expected = told(['history', '--format', 'json', 'ST9901', basename(catalogue), basename(OLD)], scratch);
  same(tell, 'the history', await saved(page, named(page, 'JSON')), expected);
}

async function paste(page, tell) {
  const text = readFileSync(join(SAMPLES, 'drafts/coffee-roaster.txt'), 'utf8');
  await page.fill('#paste', text);
  await page.waitForFunction(() => document.getElementById('status').textContent.includes('in 1 document'));
  const copy = join(scratch, 'pasted text.txt');
  writeFileSync(copy, text);
  same(tell, 'a pasted text', await saved(page, named(page, 'Download as JSON')),
    told(['check', '--no-config', '--severity', 'advice', '--format', 'json', basename(copy)], scratch));
  await page.fill('#paste', '');
  await page.waitForFunction(() => document.getElementById('status').textContent.startsWith('Open'));
}

async function violations(where, tell, what) {
  await where.evaluate(axe);
  const found = await where.evaluate(
    (tags) => globalThis.axe.run({ exclude: [['iframe']] }, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), TAGS);
  if (found.passes.length === 0) tell(`axe-core looked at nothing of ${what}`);
  for (const violation of found.violations) {
    const places = violation.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`);
    tell(`${what}: ${violation.id}, ${violation.nodes.length} times: ${places.join(' | ').replace(/\s+/g, ' ')}`);
  }
}

async function accessible(page, tell, { width }) {
  const seen = async (what) => {
    await violations(page, tell, what);
    for (const frame of page.frames().slice(1)) await violations(frame, tell, `the report of ${what}`);
    for (const frame of page.frames()) {
      const wide = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) tell(`${what} is ${wide} pixels wider than the window`);
    }
    const tall = await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      return frame ? frame.contentDocument.documentElement.scrollHeight - frame.clientHeight : 0;
    });
    if (tall > 1) tell(`${what}: ${tall} pixels of the report are cut off`);
  };
  await seen('nothing');
  await open(page, [join(SAMPLES, 'broken/wording.standard.json'), OLD, NEW, CITING]);
  await perform(page, 'check', 'of 4 files');
  await seen('a check');
  await named(page, 'Correct…').click();
  await page.locator('dialog ins').first().waitFor();
  await seen('corrections');
  await page.keyboard.press('Escape');
  for (const [task, said] of [['compare', 'comparison'], ['matrix', 'mapping'], ['convert', 'ready'], ['trace', 'cited'], ['migrate', 'updated'],
    ['history', 'history']]) {
    await perform(page, task, said);
    if (task === 'compare') await page.getByText('Correct how statements are paired').click();
    await page.waitForTimeout(200);
    await seen(task);
  }
}

/** All of the page can be reached and used by keyboard; changes are announced, and the focus is never lost. */
async function keyboard(page, tell) {
  const active = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  await page.keyboard.press('Tab');
  if (!(await active()).startsWith('Skip')) tell('the first stop is no skip link');
  await page.keyboard.press('Tab');
  if (await active() !== 'choose') tell(`behind the skip link comes ${await active()}`);
  await page.keyboard.press('Tab');
  if (await active() !== 'paste') tell(`behind the files comes ${await active()}`);
  await page.keyboard.type('Kite maker\n\nDuties\n\nDuty 1 Make the the kites. K1\n\nKnowledge\n\nK1: The wind.\n');
  await page.waitForFunction(() => document.getElementById('status').textContent.includes('in 1 document'));
  if (await active() !== 'paste') tell('a check takes the focus away');
  const isTold = await page.getByRole('status').textContent();
  if (!/error|warning|advice/.test(isTold)) tell('what was found is not told');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  if (await active() !== 'choose') tell(`behind a document that was removed, the focus is lost: ${await active()}`);
  await page.locator('#task-check').focus();
  await page.keyboard.press('ArrowRight');
  if (await active() !== 'task-compare') tell('arrows do not lead from task to task');
}

/** Names and texts that try to be more than texts are shown as texts. */
async function hostile(page, tell) {
  const name = '<img src=x onerror=alert(1)>.txt';
  await page.setInputFiles('#choose', [{ name, mimeType: 'text/plain', buffer: Buffer.from('<script>alert(2)</script>\nK1: <iframe srcdoc="<p>">\n') }]);
  await page.getByLabel(`Remove ${name}`, { exact: true }).waitFor();
  await page.waitForFunction(() => /in 1 /.test(document.getElementById('status').textContent));
  await page.waitForTimeout(300);
  const made = await page.frames()[1].evaluate(() => document.querySelectorAll('img, script, iframe, [onerror]').length);
  if (made > 0) tell('an element was made from text');
  const settings = { name: 'ksb.toml', mimeType: 'text/plain', buffer: Buffer.from('[rules]\nunknown-thing = "off"\n') };
  await page.setInputFiles('#choose', [settings]);
  await page.getByLabel('Remove ksb.toml').waitFor();
}
