// Opens pages in Chromium and fails if one of them is not accessible, not self-contained, or not complete.
//
//     node tests/browser/check.mjs PAGE.html…
//
// KSB_CHROMIUM names a browser other than /usr/bin/chromium. Nothing is fetched.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The element names that the renderer writes. Any other element was made from a document's text.
const ELEMENTS = new Set(
  `html head meta title style body a header p h1 h2 h3 h4 dl dt dd div strong b br span input label nav ul li main
   section details summary table thead tbody tfoot tr th td ins del s bdi code pre footer wbr fieldset legend mark strong caption svg desc defs marker path rect text`.split(/\s+/),
);

// The only URL that the page links to.
const LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

// The most sheets of paper that a page may take up, by name: a comparison of 38 statements, a draft of 8.
const SHEETS = { 'sample.html': 4, 'check.html': 4 };

const VIEWS = [
  { name: 'wide', width: 1280 },
  { name: 'narrow', width: 320 },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
  { name: 'forced colours', width: 1280, forcedColors: 'active' },
  { name: 'print', width: 1280, media: 'print' },
];

const faults = [];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.KSB_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  for (const path of process.argv.slice(2)) {
    for (const view of VIEWS) await inView(path, view);
    await inView(path, { name: 'keyboard', width: 1280 }, keyboard);
    const most = SHEETS[basename(path)];
    if (most) await inView(path, { name: 'paper', width: 1280 }, (page, tell) => onPaper(page, tell, most));
  }
} finally {
  await browser.close();
}
if (process.argv.length < 3) faults.push('no page was given');
for (const fault of faults) console.error(fault);
console.log(`${process.argv.length - 2} pages, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Opens the page in a fresh context, checks that it loads nothing and shows no errors, and looks at it. */
async function inView(path, view, look = everything) {
  const tell = (fault) => faults.push(`${path} (${view.name}): ${fault}`);
  const { width, colorScheme, forcedColors, media } = view;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, forcedColors });
  const page = await context.newPage();
  const url = pathToFileURL(path).href;
  page.on('dialog', (dialog) => { tell(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => { if (request.url().split('#')[0] !== url) tell(`a request: ${request.url()}`); });
  page.on('pageerror', (error) => tell(`an error: ${error.message}`));
  page.on('console', (message) => tell(`on the console: ${message.text()}`));
  await page.goto(url);
  if (media) await page.emulateMedia({ media });
  await look(page, tell, view);
  await context.close();
}

async function everything(page, tell, view) {
  if (view.media === 'print') await printed(page, tell);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  await violations(page, tell);
  await reflow(page, tell, view);
  await onlyOwnElements(page, tell);
  if (view.media !== 'print') await mappingShownOnce(page, tell);
  await wordsStayWhole(page, tell);
}

async function violations(page, tell) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }),
    TAGS,
  );
  if (found.passes.length === 0) tell('axe-core looked at nothing');
  for (const violation of found.violations) {
    const places = violation.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`);
    tell(`${violation.id}, ${violation.nodes.length} times: ${places.join(' | ').replace(/\s+/g, ' ')}`);
  }
}

/** The page itself never scrolls sideways; wide tables scroll in regions that a keyboard reaches. */
async function reflow(page, tell, { width }) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) tell(`the page is ${wide} pixels wide in a window of ${width}`);
}

/** What is folded on the screen is printed, except reference material: what is unchanged is not printed. */
async function printed(page, tell) {
  const { folded, spared } = await page.evaluate(() => {
    const heights = (element) => element.getBoundingClientRect().height;
    const all = [...document.querySelectorAll('main details:not(.unprinted, .inline)')];
    const empty = all.filter((details) => heights(details) <= heights(details.firstElementChild) + 1);
    return {
      folded: empty.map((details) => details.firstElementChild.textContent),
      spared: [...document.querySelectorAll('.unprinted')].filter((element) => heights(element) > 0).length,
    };
  });
  for (const summary of folded) tell(`not printed: ${summary}`);
  if (spared > 0) tell(`${spared} parts are printed that are only looked up`);
}

async function onlyOwnElements(page, tell) {
  const { names, attributes, styles } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    return {
      names: [...new Set(all.map((element) => element.localName))],
      attributes: all.flatMap((element) => [...element.attributes].map(({ name, value }) => [name, value])),
      styles: document.querySelectorAll('style').length,
    };
  });
  for (const name of names) if (!ELEMENTS.has(name)) tell(`an element made from text: ${name}`);
  if (styles !== 1) tell(`${styles} style sheets`);
  for (const [name, value] of attributes) {
    if (name.startsWith('on') || name === 'style') tell(`an attribute made from text: ${name}`);
    if (name === 'href' && !value.startsWith('#') && value !== LICENCE) tell(`a link made from text: ${value}`);
  }
}

/** The page takes up no more sheets than it should. */
async function onPaper(page, tell, most) {
  const paper = await page.pdf({ format: 'A4' });
  const sheets = paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (sheets < 1 || sheets > most) tell(`${sheets} sheets, at most ${most}`);
}

/** Codes and badges are each on one line: none is broken across lines. */
async function wordsStayWhole(page, tell) {
  const broken = await page.evaluate(() => [...document.querySelectorAll('.code, .weight, .badge, .choice label')]
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => element.lastChild.textContent.split(/[\s]+/).filter(Boolean).length < 2
      && element.getClientRects().length > 1 ? element.textContent : ''));
  for (const word of broken.filter(Boolean)) tell(`a word is broken: ${word}`);
}

/** The mapping is on the page as a table and as a list: exactly one of them is visible. */
async function mappingShownOnce(page, tell) {
  const shown = await page.evaluate(() => ['.wide', '.narrow'].map((kind) => [...document.querySelectorAll(kind)]
    .filter((element) => element.getClientRects().length > 0).length));
  const [tables, lists] = shown;
  if (tables > 0 && lists > 0) tell('the mapping is shown twice');
  const stated = await page.evaluate(() => document.querySelector('.wide') !== null);
  if (stated && tables + lists === 0) tell('the mapping is not shown');
}

/** The skip link is the first stop, is visible when focused, and leads past the header of the page. */
async function keyboard(page, tell) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const { left, top, width } = document.activeElement.getBoundingClientRect();
    return { name: document.activeElement.className, seen: left >= 0 && top >= 0 && width > 0 };
  });
  if (first.name !== 'skip' || !first.seen) tell(`the first stop is no skip link that is seen: ${JSON.stringify(first)}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const isReached = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main.querySelector('a, input, summary, [tabindex="0"]') === null || main.contains(document.activeElement);
  });
  if (!isReached) {
    tell('the skip link does not lead into the main part');
  }
  const before = await page.evaluate(() => {
    const box = document.querySelector('input');
    return box === null || document.querySelector('main').contains(box);
  });
  if (!before) tell('a box stands before the main part');
  await announcements(page, tell);
  await filter(page, tell);
}

/** A checkbox hides the rows of its weight or kind, and the page says that something is hidden. */
async function filter(page, tell) {
  const rows = (name) => page.locator(`tr.${name}:visible`).count();
  const boxes = await page.evaluate(() => [...document.querySelectorAll('.filter')].map((box) => box.id));
  if (boxes.length > 0 && await page.locator('.filtered:visible').count() > 0) tell('something is hidden at first');
  for (const id of boxes) {
    const name = id.replace('show-', '');
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    if (await rows(name) === 0) tell(`${id} has no rows`);
    await page.locator(`#${id}`).press('Space');
    if (await rows(name) > 0) tell(`${id} hides nothing`);
    const empty = await page.evaluate(() => [...document.querySelectorAll('.weighed')]
      .filter((part) => part.getClientRects().length > 0
        && ![...part.querySelectorAll('tbody tr')].some((row) => row.getClientRects().length > 0)).length);
    if (empty > 0) tell(`${id} leaves a heading with nothing under it`);
    if (await page.locator('.filtered:visible').count() === 0) tell(`${id}: nothing says that something is hidden`);
    await page.locator(`#${id}`).press('Space');
  }
}

/** The words for screen readers appear and disappear with the checkbox, without a script. */
async function announcements(page, tell) {
  const announced = () => page.evaluate(() => {
    const words = document.querySelector('.say');
    return words === null ? null : getComputedStyle(words).display !== 'none';
  });
  const before = await announced();
  if (before === null) return;
  await page.locator('#announce').press('Space');
  if (await announced() === before) tell('the box does not turn announcements on and off');
}
