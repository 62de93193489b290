// Shows what ksb renders: pages in a frame that can run nothing, texts, and the changes of a file line by line.

import { make } from './make.js';

const outcome = document.getElementById('outcome');
let frame;
let watched;

/** Shows a page of ksb. `onRule` is called with the name of a rule that the reader asks for. */
export async function showPage(html, title, onRule) {
  const shown = await own();
  const page = new DOMParser().parseFromString(html, 'text/html');
  const inner = shown.contentDocument;
  shown.title = title;
  // A copy, since elements that were made for this window stay its elements, and the frame would not know them as its own.
  inner.replaceChild(inner.importNode(page.documentElement, true), inner.documentElement);
  linkRules(inner, onRule);
  watched?.disconnect();
  watched = new ResizeObserver(() => fit(shown));
  watched.observe(inner.documentElement);
  fit(shown);
}

/** The frame, which stays, so that nothing flickers while a text is typed. */
async function own() {
  if (frame?.isConnected) return frame;
  frame = make('iframe', { className: 'report', srcdoc: '<!doctype html><html lang="en-GB"><title>Result</title>' });
  const loaded = new Promise((resolve) => { frame.addEventListener('load', resolve, { once: true }); });
  outcome.replaceChildren(frame);
  await loaded;
  frame.contentDocument.addEventListener('click', (event) => follow(event));
  return frame;
}

/** The whole page is seen without a second scroll bar. */
function fit(shown) {
  const height = Math.ceil(shown.contentDocument.body.getBoundingClientRect().height) + 4;
  if (Math.abs(height - shown.clientHeight) > 1) shown.style.height = `${height}px`;
}

/** Links inside the page lead to their places: by themselves, some browsers would open this page in the frame. */
function follow(event) {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  const name = link.getAttribute('href').slice(1);
  const target = frame.contentDocument.getElementById(name);
  if (!target) return;
  for (let around = target.closest('details:not([open])'); around; around = target.closest('details:not([open])')) around.open = true;
  frame.contentWindow.location.replace(`about:srcdoc#${name}`);
  if (!target.matches('a, button, input, summary, [tabindex]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

/** The names of rules become buttons. */
function linkRules(inner, onRule) {
  for (const name of inner.querySelectorAll('code.rule')) {
    const button = make('button', { type: 'button', textContent: name.textContent, title: 'About this rule' });
    button.className = 'rule';
    button.style.cssText = 'padding: .1em .4em; border: 0; font: inherit; color: var(--accent); background: none; text-decoration: underline; cursor: pointer';
    button.addEventListener('click', () => onRule(name.textContent));
    name.replaceWith(button);
  }
}

/** Shows a text as it is. */
export function showText(text) {
  outcome.replaceChildren(plain(text));
}

/** Shows a text, and the change of a file below it. */
export function showChange(text, change) {
  outcome.replaceChildren(plain(text), make('h3', { textContent: 'What changes' }), changeOf(change));
}

/** Shows nothing. */
export function showNothing() {
  outcome.replaceChildren();
}

/** Prints the page that is shown, or this one if none is. */
export function print() {
  (frame?.isConnected ? frame.contentWindow : window).print();
}

function plain(text) {
  return make('pre', { tabIndex: 0, textContent: text });
}

/** A unified diff, its lines marked. */
export function changeOf(change) {
  const lines = change.split('\n').map((line) => {
    const kind = /^(\+(?!\+\+ )|-(?!-- ))/.exec(line)?.[0];
    if (!kind) return document.createTextNode(`${line}\n`);
    return make(kind === '+' ? 'ins' : 'del', { className: kind === '+' ? 'ins' : 'del', textContent: line });
  });
  const all = make('pre', { tabIndex: 0 });
  all.append(...(change ? lines : ['There are no changes.']));
  return all;
}
