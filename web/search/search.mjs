// Searches a site that `ksb site` writes: titles, references and statements. It does not use a server, and works from a
// disk: the parts of the index that it needs are loaded as scripts, each with words that begin alike, or with some of
// the texts.
//
// Built into src/report/site/search.js by web/search/build.

import MiniSearch from 'minisearch';

/** How many standards and how many statements are shown. */
const SHOWN = [20, 40];

/** What a word is: the same as in src/report/site/search.rs. */
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const waiting = new Map();
const parts = new Map();

/** Called by the scripts of the index, with their name and what they hold. */
globalThis.ksbIndex = (name, content) => waiting.get(name)?.(content);

/** What the script with this name holds; it is loaded once. */
function load(name) {
  if (!parts.has(name)) parts.set(name, loading(name));
  return parts.get(name);
}

function loading(name) {
  return new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    const script = document.createElement('script');
    script.src = `search/${name}.js`;
    script.onerror = () => reject(new Error(`search/${name}.js is not there`));
    document.head.append(script);
  });
}

/** The most parts that are loaded for words that begin with what was typed. */
const PARTS = 8;

/** The numbers of the parts of the index that have this word, or words that begin with it. */
function partsOf(index, word) {
  const letters = [...word];
  const starts = letters.map((_, at) => letters.slice(0, letters.length - at).join(''));
  const own = starts.find((start) => Object.hasOwn(index.words, start));
  const longer = Object.keys(index.words).filter((start) => start.startsWith(word) && start !== own);
  return [...(own === undefined ? [] : [own]), ...longer].slice(0, PARTS).map((start) => index.words[start]);
}

/** The documents that have a word, or one that begins with it. */
async function having(index, word) {
  const all = await Promise.all(partsOf(index, word).map((part) => load(`w${part}`)));
  const found = new Set();
  for (const [one, steps] of all.flatMap((part) => Object.entries(part))) {
    if (!one.startsWith(word)) continue;
    let at = 0;
    for (const step of steps) { at += step; found.add(at); }
  }
  return found;
}

/** The document with a number. */
async function text(index, id) {
  let part = 0;
  while (part + 1 < index.texts.length && index.texts[part + 1] <= id) part += 1;
  return (await load(`t${part}`))[id - index.texts[part]];
}

/** The numbers of the documents that have most of the words: standards, then statements. */
function best(index, sets) {
  const counts = new Map();
  for (const set of sets) for (const id of set) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const ids = [...counts].filter(([, count]) => count === most).map(([id]) => id).sort((one, other) => one - other);
  const standards = ids.filter((id) => id < index.standards);
  return [standards, ids.filter((id) => id >= index.standards)];
}

async function search(query) {
  const index = await load('index');
  const asked = [...new Set(words(query))].filter((word) => !index.common.includes(word));
  const sets = await Promise.all(asked.map((word) => having(index, word)));
  const found = best(index, sets);
  const ranked = await Promise.all(found.map((ids, kind) => rank(index, query, ids.slice(0, SHOWN[kind] * 3), SHOWN[kind])));
  return { counts: found.map((ids) => ids.length), ranked };
}

/** These documents, best matches first. */
async function rank(index, query, ids, most) {
  const all = await Promise.all(ids.map(async (id) => ({ id, content: await text(index, id) })));
  const mini = new MiniSearch({
    fields: ['said', 'reference'], idField: 'id', tokenize: words, searchOptions: { prefix: true, boost: { reference: 2 } },
  });
  mini.addAll(all.map(({ id, content }) => ({ id, said: content[0], reference: content[1] ?? '' })));
  const of = new Map(all.map(({ id, content }) => [id, content]));
  const order = mini.search(query).map(({ id }) => id);
  const rest = ids.filter((id) => !order.includes(id));
  return [...order, ...rest].slice(0, most).map((id) => of.get(id));
}

/** An element with children that are texts or elements. */
function element(name, ...children) {
  const one = document.createElement(name);
  one.append(...children);
  return one;
}

function link(folder, said) {
  const one = element('a', said);
  one.href = `${folder}/index.html`;
  return one;
}

async function shown({ ranked: [standards, statements] }) {
  const index = await load('index');
  const items = standards.map(([title, reference, folder]) => element('li', link(folder, title), ` ${reference}`));
  const cited = await Promise.all(statements.map(async ([said, , places]) => {
    const where = await Promise.all(places.slice(0, 4).map(async ([id, code]) => {
      const [title, , folder] = await text(index, id);
      return element('li', `${code} of `, link(folder, title));
    }));
    if (places.length > 4) where.push(element('li', `and ${places.length - 4} more`));
    return element('li', said, element('ul', ...where));
  }));
  const part = (heading, list) => (list.length > 0 ? [element('h2', heading), element('ul', ...list)] : []);
  return [...part('Standards', items), ...part('Statements', cited)];
}

const field = document.getElementById('q');
const status = document.getElementById('status');
const results = document.getElementById('results');
let last = 0;

async function answer() {
  const query = field.value.trim();
  const number = last += 1;
  if (words(query).every((word) => word.length < 2)) {
    results.replaceChildren();
    status.textContent = '';
    return;
  }
  try {
    const found = await search(query);
    const children = await shown(found);
    if (number !== last) return;
    results.replaceChildren(...children);
    const [standards, statements] = found.counts;
    status.textContent = standards + statements === 0
      ? 'Nothing found.'
      : `${standards} ${standards === 1 ? 'standard' : 'standards'}, ${statements} ${statements === 1 ? 'statement' : 'statements'}.`;
  } catch (error) {
    status.textContent = `The search does not work: ${error.message}.`;
  }
}

let timer;
field.form.addEventListener('submit', (event) => { event.preventDefault(); answer(); });
field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(answer, 150); });
field.value = new URLSearchParams(location.search).get('q') ?? '';
if (field.value !== '') answer();
