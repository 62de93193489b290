// Measures the page of web/ in Chromium. This is not a test: the times are those of this machine.
//
//     node tests/browser/web-speed.mjs PAGES DOCUMENT OLD NEW [CATALOGUE]
//
// PAGES is the folder that web/build wrote. KSB_CHROMIUM names a browser other than /usr/bin/chromium.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const [pages, document_, old, recent, catalogue] = process.argv.slice(2).map((path) => resolve(path));
const KINDS = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };
const ROUNDS = 9;

const server = createServer((request, response) => {
  const name = request.url === '/' ? 'index.html' : basename(request.url);
  response.writeHead(200, { 'content-type': KINDS[extname(name)] ?? 'text/plain', 'cache-control': 'max-age=3600' });
  response.end(readFileSync(join(pages, name)));
});
await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
const hosted = `http://127.0.0.1:${server.address().port}/`;
const profile = mkdtempSync(join(tmpdir(), 'ksb-web-speed-'));
// A profile on the disk keeps the compiled program, as a real user's profile does.
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.KSB_CHROMIUM ?? '/usr/bin/chromium', args: ['--disable-gpu'],
});
try {
  const text = readFileSync(document_, 'utf8');
  const opened = [];
  for (let round = 0; round < ROUNDS; round += 1) opened.push(await firstFinding(text));
  tell(`from the first byte to the findings of ${basename(document_)} (${text.length} bytes)`, opened.slice(2));
  await inPage();
} finally {
  await browser.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}

function tell(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  console.log(`${what}: median ${Math.round(sorted[sorted.length >> 1])} ms, worst ${Math.round(sorted.at(-1))} ms, of ${times.length}`);
}

/** Gives the page a file as soon as it listens, and returns when the page shows what it found. */
async function firstFinding(text) {
  const page = await browser.newPage();
  await page.addInitScript((text) => {
    addEventListener('DOMContentLoaded', () => {
      const status = document.getElementById('status');
      new MutationObserver(() => { if (/ in 1 /.test(status.textContent)) globalThis.foundAfter ??= performance.now(); })
        .observe(status, { childList: true, characterData: true, subtree: true });
      const [choose, files] = [document.getElementById('choose'), new DataTransfer()];
      files.items.add(new File([text], 'document.json'));
      choose.files = files.files;
      choose.dispatchEvent(new Event('change'));
    });
  }, text);
  await page.goto(hosted);
  await page.waitForFunction(() => globalThis.foundAfter);
  const after = await page.evaluate(() => globalThis.foundAfter);
  // The compiled program is stored a moment later.
  await page.waitForTimeout(1500);
  await page.close();
  return after;
}

/** The time that the worker takes for a check when nothing is shown. */
async function alone(page) {
  const times = await page.evaluate(async ([text, rounds]) => {
    const worker = new Worker('worker.js');
    const answered = () => new Promise((done) => { worker.onmessage = ({ data }) => done(data); });
    worker.postMessage({ module: await WebAssembly.compileStreaming(fetch('ksb.wasm')) });
    const content = new TextEncoder().encode(text);
    const taken = [];
    for (let id = 0; id < rounds; id += 1) {
      const begun = performance.now();
      worker.postMessage({ id, name: 'check', files: [{ name: 'document.json', content }], args: ['html', '2026-01-31'] });
      const { error } = await answered();
      if (error) throw new Error(error);
      taken.push(performance.now() - begun);
    }
    worker.terminate();
    return taken;
  }, [readFileSync(document_, 'utf8'), 5 * ROUNDS]);
  tell('a check in the worker, nothing being shown', times.slice(ROUNDS));
}

/** The time from an action until the page says something. */
async function inPage() {
  const page = await browser.newPage();
  await page.goto(hosted);
  const timed = (id, said) => page.evaluate(async ([id, said]) => {
    const status = document.getElementById('status');
    const begun = performance.now();
    const task = document.getElementById(id);
    task.checked = true;
    const told = new Promise((done) => {
      new MutationObserver((_, observer) => {
        if (status.textContent.includes(said)) { observer.disconnect(); done(performance.now()); }
      }).observe(status, { childList: true, characterData: true, subtree: true });
    });
    task.dispatchEvent(new Event('change', { bubbles: true }));
    return (await told) - begun;
  }, [id, said]);
  const often = async (what, id, said) => {
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(id, said));
    tell(what, times.slice(2));
  };
  await page.setInputFiles('#choose', [document_]);
  await page.waitForFunction(() => / in 1 /.test(document.getElementById('status').textContent));
  await often('a check, with its page shown', 'task-check', ' in 1 ');
  await alone(page);
  await page.getByRole('button', { name: 'Remove' }).first().click();
  await page.setInputFiles('#choose', [old, recent]);
  await often('a comparison, with its page shown', 'task-compare', 'comparison is below');
  if (!catalogue) return;
  await page.reload();
  const begun = performance.now();
  await page.setInputFiles('#choose', [catalogue]);
  await page.waitForFunction(() => /(findings|error|warning|advice).* in /.test(document.getElementById('status').textContent), null, { timeout: 300_000 });
  console.log(`a catalogue, ${basename(catalogue)}: ${Math.round(performance.now() - begun)} ms`);
  await page.waitForTimeout(3000);
  const memory = await page.evaluate(() => performance.measureUserAgentSpecificMemory?.().then(({ bytes }) => bytes) ?? 0);
  console.log(`workers left afterwards: ${page.workers().length}; memory: ${memory ? `${Math.round(memory / 1e6)} MB` : 'not told by this browser'}`);
}
