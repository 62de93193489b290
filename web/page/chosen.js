// What the user chose for a task, kept while the documents that it names are there.

import { documents } from './documents.js';
import { choice } from './make.js';

/** The documents that were chosen: a file, and which of its documents. */
const chosen = {};
/** What the documents of a file are called, by its content. */
const known = new WeakMap();

/** The document that was chosen for a part of a task, or else the one of this number. */
export function side(part, number) {
  const all = documents();
  const one = chosen[part];
  if (one && all.some(({ name }) => name === one.name)) return one;
  const fallback = all[number];
  return fallback && (chosen[part] = { name: fallback.name });
}

/** Chooses a document for a part of a task. */
export function choose(part, one) {
  chosen[part] = one;
}

/** The choices of a document for a part of a task: the file, and the document in it where there are several. */
export async function sideChoices(desk, part, label, number) {
  const one = side(part, number);
  if (!one) return [];
  const names = documents().map(({ name }) => [name, name]);
  const parts = [choice(label, names, one.name, (name) => { choose(part, { name }); desk.rebuild(); })];
  const inside = await documentsOf(desk, one.name);
  if (inside.length > 0) {
    one.document ??= inside[0];
    const options = inside.map((name) => [name, name]);
    parts.push(choice(`Document in the file`, options, one.document, (name) => { one.document = name; desk.again(); }));
  }
  return parts;
}

async function documentsOf(desk, name) {
  const { content } = documents().find((one) => one.name === name);
  if (!known.has(content)) known.set(content, await desk.call('documents', name));
  return known.get(content);
}

/** The name of a file without its ending. */
export const stem = (name) => name.replace(/\.[^.]*$/, '');

/** The ending of the name of a file. */
export const ending = (name) => /\.([^.]*)$/.exec(name)?.[1].toLowerCase() ?? '';
