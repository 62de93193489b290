// The page: documents come in, a task is chosen, and what ksb says of it is shown.

import { call, stop } from './engine.js';
import { files, watch } from './documents.js';
import { make, showDialog } from './make.js';
import { showNothing, showPage } from './report.js';
import { TASKS } from './tasks.js';

const [status, tools, aside] = ['status', 'tools', 'aside'].map((id) => document.getElementById(id));
const [working, progress] = ['working', 'progress'].map((id) => document.getElementById(id));
const choices = document.getElementById('choices');
const form = document.getElementById('task');

/** Counts what was asked for, so that an answer that comes late is not shown. */
let asked = 0;
let run = () => {};

/** What a task may use. */
const desk = {
  call: (name, ...args) => call(name, files(), args, showProgress),
  again: () => run(),
  rebuild: () => build(),
  tools: (...buttons) => tools.replaceChildren(...buttons),
  say,
  page: (answer, title) => showPage(answer.text, title, showRule),
  aside: (words) => {
    aside.hidden = !words;
    aside.querySelector('pre').textContent = words;
  },
};

function say(words, failed = false) {
  status.textContent = words;
  status.classList.toggle('failed', failed);
}

function showProgress(done, all) {
  Object.assign(progress, { max: all, value: done });
  say(`${done.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} documents checked.`);
}

async function showRule(name) {
  const html = await call('rule', [], [name]);
  if (!html) return;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [heading, ...rest] = page.body.children;
  showDialog(heading.textContent, ...rest);
}

function task() {
  return TASKS[new FormData(form).get('task')];
}

/** Puts up the choices of the task, and does it. */
async function build() {
  const chosen = task();
  choices.replaceChildren();
  const build = (asked += 1);
  const parts = await chosen.choices(desk);
  if (build !== asked) return;
  choices.replaceChildren(...parts);
  run = () => perform(chosen);
  await run();
}

async function perform(chosen) {
  const own = (asked += 1);
  const slow = setTimeout(() => { if (own === asked) working.hidden = false; }, 300);
  const isLast = () => own === asked;
  progress.removeAttribute('value');
  try {
    await chosen.run({ ...desk, isLast });
  } catch (error) {
    if (isLast()) {
      tools.replaceChildren();
      desk.aside('');
      showNothing();
      say(error.message, true);
    }
  }
  clearTimeout(slow);
  if (isLast()) working.hidden = true;
}

form.addEventListener('change', ({ target }) => { if (target.name === 'task') build(); });
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('cancel').addEventListener('click', stop);
watch(build);
document.getElementById('unstarted').remove();
document.getElementById('main').hidden = false;
build();
call('version', []).then((version) => { document.getElementById('version').textContent = version; });
