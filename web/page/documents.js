// The documents that the page was given: files that were chosen or dropped, and a text that was pasted.

/** Up to so many bytes, a file is read once; longer ones stay with the browser until they are needed. */
const SMALL = 8 << 20;

const PASTED = 'pasted text.txt';
const list = document.getElementById('documents');
const paste = document.getElementById('paste');

/** Each has a name and its content, bytes or a file of the browser. */
let all = [];
let changed = () => {};

/** All documents; never the settings, which are no document. */
export const documents = () => all.filter(({ name }) => name !== 'ksb.toml');

/** Everything that was given, the settings too. */
export const files = () => all;

/** Calls `then` whenever the documents change. */
export function watch(then) {
  changed = then;
  let typed;
  paste.addEventListener('input', () => {
    clearTimeout(typed);
    typed = setTimeout(setPasted, 150);
  });
  const choose = document.getElementById('choose');
  choose.addEventListener('change', async () => {
    await add(choose.files);
    choose.value = '';
  });
  for (const kind of ['dragenter', 'dragover']) {
    addEventListener(kind, (event) => { event.preventDefault(); document.body.classList.add('dropping'); });
  }
  addEventListener('dragleave', (event) => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
  addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    if (event.dataTransfer.files.length > 0) add(event.dataTransfer.files);
    else if (event.dataTransfer.getData('text')) { paste.value = event.dataTransfer.getData('text'); setPasted(); }
  });
}

/** Puts other content in the place of a document. */
export function replace(name, content) {
  all = all.map((one) => (one.name === name ? { name, content } : one));
  if (name === PASTED) paste.value = new TextDecoder().decode(content);
  show();
}

function setPasted() {
  const content = new TextEncoder().encode(paste.value);
  const others = all.filter(({ name }) => name !== PASTED);
  all = content.length > 0 ? [...others, { name: PASTED, content }] : others;
  show();
}

async function add(chosen) {
  for (const file of chosen) {
    const content = file.size <= SMALL ? new Uint8Array(await file.arrayBuffer()) : file;
    all.push({ name: free(file.name), content });
  }
  show();
}

/** The name, or one like it that no document has. */
function free(name) {
  const taken = new Set(all.map((one) => one.name));
  const dot = name.lastIndexOf('.') < 1 ? name.length : name.lastIndexOf('.');
  let [free, number] = [name, 1];
  while (taken.has(free)) {
    number += 1;
    free = `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
  }
  return free;
}

function size({ content }) {
  const bytes = content.size ?? content.length;
  return bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function show() {
  list.replaceChildren(...all.map((one) => {
    const item = document.createElement('li');
    const name = Object.assign(document.createElement('bdi'), { className: 'name', textContent: one.name });
    const length = Object.assign(document.createElement('span'), { className: 'size', textContent: size(one) });
    const remove = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Remove' });
    remove.setAttribute('aria-label', `Remove ${one.name}`);
    remove.addEventListener('click', () => {
      all = all.filter((other) => other !== one);
      if (one.name === PASTED) paste.value = '';
      show();
      document.getElementById('choose').focus();
    });
    item.append(name, length, remove);
    return item;
  }));
  changed();
}
