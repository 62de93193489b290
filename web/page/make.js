// Small parts of the page.

/** An element with these properties. */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

let fields = 0;

/** A labelled choice of one of several, each a value and its words. */
export function choice(label, options, chosen, onChange) {
  fields += 1;
  const select = make('select', { id: `field-${fields}` });
  select.append(...options.map(([value, words]) => make('option', { value, textContent: words, selected: value === chosen })));
  select.addEventListener('change', () => onChange(select.value));
  return make('div', {}, make('label', { htmlFor: select.id, textContent: label }), select);
}

/** A button. */
export function button(words, onClick) {
  const made = make('button', { type: 'button', textContent: words });
  made.addEventListener('click', onClick);
  return made;
}

/** A labelled line to write in. */
export function line(label, properties = {}) {
  fields += 1;
  const input = make('input', { type: 'text', id: `field-${fields}`, autocomplete: 'off', spellcheck: false, ...properties });
  return { input, row: make('div', {}, make('label', { htmlFor: input.id, textContent: label }), input) };
}

/** Gives the user a file. */
export function download(name, content, type = 'application/octet-stream') {
  const url = URL.createObjectURL(new Blob([content], { type }));
  make('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const dialog = document.getElementById('dialog');
document.getElementById('dialog-close').addEventListener('click', () => dialog.close());

/** Shows something above the page. */
export function showDialog(heading, ...content) {
  document.getElementById('dialog-heading').textContent = heading;
  document.getElementById('dialog-body').replaceChildren(...content);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

/** Closes what is above the page. */
export const closeDialog = () => dialog.close();
