// Compares two documents, and lets the user correct which old statement became which new one.

import { choose, side, sideChoices } from './chosen.js';
import { documents } from './documents.js';
import { button, download, line, make } from './make.js';
import { sayMissing, showReport } from './result.js';

/** What the user says of the pairing, as `K6=K9`. */
let said = { pairs: [], ruledOut: [] };

/** What the user says of the pairing. */
export const pairing = () => said;

export const compare = { choices, run };

/** Both sides, and the way to change them round. */
export async function sides(desk) {
  const old = await sideChoices(desk, 'old', 'Old version', 0);
  const recent = await sideChoices(desk, 'new', 'New version', 1);
  const round = button('Swap', () => {
    const [before, after] = [side('old', 0), side('new', 1)];
    choose('old', after);
    choose('new', before);
    desk.rebuild();
  });
  return [...old, ...recent, round];
}

async function choices(desk) {
  if (documents().length < 2) return [];
  return [...await sides(desk), pairings(desk)];
}

/** What corrects the pairing. */
export function pairings(desk) {
  const old = line('Old code', { placeholder: 'K6' });
  const recent = line('New code', { placeholder: 'K9' });
  const add = (list) => () => {
    const one = `${old.input.value.trim()}=${recent.input.value.trim()}`;
    said = { ...said, [list]: [...said[list].filter((other) => other !== one), one] };
    desk.rebuild();
  };
  const open = make('input', { type: 'file', id: 'pairing-file' });
  open.addEventListener('change', async () => {
    try {
      said = await desk.call('readPairing', await open.files[0].text());
      desk.rebuild();
    } catch (error) {
      desk.say(error.message, true);
    }
  });
  const all = make('ul', { className: 'documents' }, ...listed(desk, 'pairs', '='), ...listed(desk, 'ruledOut', '≠'));
  const row = make('div', { className: 'pairing' }, old.row, recent.row, button('Pair these', add('pairs')), button('Never pair these', add('ruledOut')));
  const file = make('div', {}, make('label', { htmlFor: open.id, textContent: 'Pairing file' }), open);
  const save = button('Download as a pairing file', async () => {
    try {
      download('pairing.toml', await desk.call('writePairing', said), 'application/toml');
    } catch (error) {
      desk.say(error.message, true);
    }
  });
  save.disabled = said.pairs.length + said.ruledOut.length === 0;
  const details = make('details', { open: !save.disabled }, make('summary', { textContent: 'Correct how statements are paired' }),
    row, all, make('div', { className: 'pairing' }, file, save));
  return details;
}

function listed(desk, list, sign) {
  return said[list].map((one) => {
    const words = one.replace('=', ` ${sign} `);
    const remove = button('Remove', () => {
      said = { ...said, [list]: said[list].filter((other) => other !== one) };
      desk.rebuild();
    });
    remove.setAttribute('aria-label', `Remove ${words}`);
    return make('li', {}, make('span', { className: 'name', textContent: words }), remove);
  });
}

async function run(desk) {
  if (documents().length < 2) {
    sayMissing(desk, 'Open two versions of a standard to compare them.');
    return;
  }
  desk.say('Comparing…');
  const ask = (format) => desk.call('compare', side('old', 0), side('new', 1), said, format);
  const report = { title: 'Comparison', name: 'comparison', formats: ['markdown', 'csv', 'json'] };
  if (await showReport(desk, ask, report)) desk.say('The comparison is below.');
}
