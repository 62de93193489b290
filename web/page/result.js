// What the tasks have in common: saying that something is missing, and a report with its other formats.

import { button, download } from './make.js';
import { print, showNothing } from './report.js';

/** What each format is called, ends in, and is. */
const FORMATS = {
  csv: ['CSV', 'csv', 'text/csv'],
  json: ['JSON', 'json', 'application/json'],
  markdown: ['Markdown', 'md', 'text/markdown'],
};

/** Shows nothing, and says what is missing. */
export function sayMissing(desk, words) {
  desk.tools();
  desk.aside('');
  showNothing();
  desk.say(words);
}

/**
 * Shows the report that `ask` gives as HTML, and offers it in these formats under a name. Says whether it was shown: it is not
 * if another was asked for meanwhile.
 */
export async function showReport(desk, ask, { title, name, formats }) {
  const answer = await ask('html');
  if (!desk.isLast()) return false;
  desk.aside(answer.aside);
  const save = ([words, ending, type], format) =>
    button(words, async () => download(`${name}.${ending}`, (await ask(format)).text, type));
  desk.tools(
    button('Print', print),
    button('Download this page', () => download(`${name}.html`, answer.text, 'text/html')),
    ...formats.map((format) => save(FORMATS[format], format)),
  );
  await desk.page(answer, title);
  return true;
}
