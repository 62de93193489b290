// What is done with one document: its mapping, another format, its history.

import { side, sideChoices, stem } from './chosen.js';
import { documents } from './documents.js';
import { button, choice, download, line } from './make.js';
import { showNothing, showText } from './report.js';
import { sayMissing, showReport } from './result.js';

/** Whether there is a document; if not, that is said. */
function isGiven(desk, words) {
  if (documents().length > 0) return true;
  sayMissing(desk, words);
  return false;
}

export const matrix = {
  choices: (desk) => sideChoices(desk, 'one', 'Standard', 0),
  async run(desk) {
    if (!isGiven(desk, 'Open a standard to see its mapping.')) return;
    const ask = (format) => desk.call('matrix', side('one', 0), format);
    const report = { title: 'Mapping', name: 'mapping', formats: ['csv', 'markdown'] };
    if (await showReport(desk, ask, report)) desk.say('The mapping is below.');
  },
};

const FORMATS = [
  ['json', 'JSON'], ['docx', 'Word document'], ['md', 'Markdown'], ['csv', 'CSV'], ['xlsx', 'Workbook'],
];
let format = 'json';

export const convert = {
  async choices(desk) {
    const of = await sideChoices(desk, 'one', 'Document', 0);
    return of.length === 0 ? [] : [...of, choice('Format', FORMATS, format, (chosen) => { format = chosen; desk.again(); })];
  },
  async run(desk) {
    if (!isGiven(desk, 'Open a document to convert it to another format.')) return;
    const of = side('one', 0);
    const answer = await desk.call('convert', of, format);
    if (!desk.isLast()) return;
    const name = `${stem(of.document ?? of.name)}.${format}`;
    desk.aside(answer.aside);
    desk.tools(button(`Download ${name}`, () => download(name, answer.bytes)));
    if (['docx', 'xlsx'].includes(format)) showNothing();
    else showText(new TextDecoder().decode(answer.bytes));
    desk.say(`${name} is ready.`);
  },
};

let reference = '';
let standards = [];

export const history = {
  async choices(desk) {
    if (documents().length === 0) return [];
    const pairs = await desk.call('standards');
    standards = [];
    for (let at = 0; at < pairs.length; at += 2) standards.push([pairs[at], `${pairs[at]} ${pairs[at + 1]}`]);
    if (!standards.some(([one]) => one === reference)) reference = standards[0]?.[0] ?? '';
    if (standards.length <= 200) {
      return [choice('Standard', standards, reference, (chosen) => { reference = chosen; desk.again(); })];
    }
    const written = line('Reference of the standard', { value: reference });
    written.input.addEventListener('change', () => { reference = written.input.value.trim(); desk.again(); });
    return [written.row];
  },
  async run(desk) {
    if (!isGiven(desk, 'Open a catalogue, or several versions of a standard, to see its history.')) return;
    if (!reference) throw new Error('None of the documents is a standard with a reference.');
    const ask = (as) => desk.call('history', reference, as);
    const report = { title: 'History', name: 'history', formats: ['markdown', 'json'] };
    if (await showReport(desk, ask, report)) desk.say(`The history of ${reference} is below.`);
  },
};
