// Checks what was given, and corrects it.

import { ending, stem } from './chosen.js';
import { documents, replace } from './documents.js';
import { button, choice, closeDialog, download, make, showDialog } from './make.js';
import { changeOf, print } from './report.js';
import { sayMissing } from './result.js';
import { now, today } from './times.js';

/** The file that is corrected, where there are several. */
let corrected;

export const check = { choices: async () => [], run };

async function run(desk) {
  const all = documents();
  if (all.length === 0) {
    sayMissing(desk, 'Open, drop or paste a document to check it.');
    return;
  }
  desk.say('Checking…');
  const answer = await desk.call('check', 'html', today());
  if (!desk.isLast()) return;
  desk.aside('');
  desk.tools(
    button('Correct…', () => correct(desk)),
    button('Print', print),
    button('Download this page', () => download('check.html', answer.text, 'text/html')),
    button('Download as JSON', async () => {
      download('findings.json', (await desk.call('check', 'json', today())).text, 'application/json');
    }),
  );
  await desk.page(answer, 'Findings');
  const whole = answer.isWhole ? '' : ' Some of it could not be read.';
  desk.say(`${answer.said}.${whole}`);
}

/** Lets the user see the corrections of a file before anything changes. */
async function correct(desk, needLook = false) {
  const names = documents().map(({ name }) => name);
  if (!names.includes(corrected)) [corrected] = names;
  const parts = [];
  if (names.length > 1) {
    parts.push(choice('File', names.map((name) => [name, name]), corrected, (name) => { corrected = name; correct(desk, needLook); }));
  }
  const all = make('input', { type: 'checkbox', id: 'all-fixes', checked: needLook });
  all.addEventListener('change', () => correct(desk, all.checked));
  parts.push(make('p', { className: 'choice' }, all, make('label', { htmlFor: all.id, textContent: 'Include fixes that you need to check afterwards' })));
  parts.push(...await proposal(desk, corrected, needLook));
  showDialog('Make the fixes that are safe', ...parts);
}

/** What would change in a file, and what can be done with it. */
async function proposal(desk, name, needLook) {
  const isOffice = ['docx', 'docm', 'xlsx', 'xlsm'].includes(ending(name));
  const tools = make('div', { className: 'tools' });
  const parts = [];
  try {
    const fixed = await desk.call('fix', name, needLook, now());
    parts.push(make('p', { textContent: `${fixed.said}.` }));
    if (isOffice) {
      tools.append(button('Download with tracked changes', () => download(`${stem(name)} corrected.${ending(name)}`, fixed.bytes)));
    } else {
      parts.push(changeOf(fixed.text));
      tools.append(
        button('Download the corrected file', () => download(name, fixed.bytes)),
        button('Continue with the corrected text', () => { closeDialog(); replace(name, fixed.bytes); }),
      );
    }
  } catch (error) {
    parts.push(make('p', { textContent: error.message }));
  }
  if (isOffice) {
    tools.append(button('Download with comments', async () => {
      try {
        const copy = await desk.call('commented', name, now());
        download(`${stem(name)} with comments.${ending(name)}`, copy.bytes);
      } catch (error) {
        parts[0].textContent = error.message;
      }
    }));
  }
  return [...parts, tools];
}
