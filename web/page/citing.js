// Documents that cite a standard: what they cite, and how they move to another version of it.

import { ending, side, sideChoices, stem } from './chosen.js';
import { pairing, pairings, sides } from './compare.js';
import { documents } from './documents.js';
import { button, choice, download } from './make.js';
import { print, showChange } from './report.js';
import { sayMissing } from './result.js';
import { now } from './times.js';

/** What of the trace is shown. */
let shown = 'html';

export const trace = {
  async choices(desk) {
    if (documents().length < 2) return [];
    const views = [['html', 'Findings'], ['matrix', 'Coverage']];
    return [
      ...await sideChoices(desk, 'standard', 'Standard', 0),
      choice('Show', views, shown, (chosen) => { shown = chosen; desk.again(); }),
    ];
  },
  async run(desk) {
    if (documents().length < 2) {
      sayMissing(desk, 'Open a standard and the documents that cite it, such as a curriculum map.');
      return;
    }
    const standard = side('standard', 0);
    const citing = documents().map(({ name }) => name).filter((name) => name !== standard.name);
    const ask = (format) => desk.call('trace', standard, citing, format);
    const answer = await ask(shown);
    if (!desk.isLast()) return;
    desk.aside(answer.aside);
    desk.tools(
      button('Print', print),
      button('Download this page', () => download('trace.html', answer.text, 'text/html')),
      button('Coverage as CSV', async () => download('coverage.csv', (await ask('csv')).text, 'text/csv')),
      button('Findings as JSON', async () => download('findings.json', (await ask('json')).text, 'application/json')),
    );
    await desk.page(answer, shown === 'html' ? 'Findings' : 'Coverage');
    desk.say(`${answer.said}.`);
  },
};

let moved;

export const migrate = {
  async choices(desk) {
    if (documents().length < 3) return [];
    const both = await sides(desk);
    const versions = [side('old', 0).name, side('new', 1).name];
    const others = documents().map(({ name }) => name).filter((name) => !versions.includes(name));
    if (!others.includes(moved)) [moved] = others;
    const others_ = others.map((name) => [name, name]);
    return [...both, choice('Document to update', others_, moved, (name) => { moved = name; desk.again(); }), pairings(desk)];
  },
  async run(desk) {
    if (documents().length < 3 || !moved) {
      sayMissing(desk, 'Open the old version of a standard, the new one, and a document that cites the old one.');
      return;
    }
    const answer = await desk.call('migrate', side('old', 0), side('new', 1), pairing(), moved, now());
    if (!desk.isLast()) return;
    desk.aside('');
    const name = `${stem(moved)} updated.${ending(moved)}`;
    desk.tools(button(`Download ${name}`, () => download(name, answer.bytes)));
    showChange(answer.said, answer.text);
    desk.say('The document has been updated. The changes and what you still need to do are below.');
  },
};
