// Runs ksb, away from the page. Every call brings the files that it is about, and nothing is kept.

import init, * as ksb from './ksb_web.js';

/** Above so many bytes, the memory is given back by ending this worker: that of WebAssembly never shrinks. */
const MUCH = 160 << 20;

let memory;
let calling;
let panicked;
globalThis.ksbProgress = (done, all) => postMessage({ id: calling, progress: [done, all] });
globalThis.ksbPanicked = (message) => { panicked = message; };

const side = ({ name, document }) => new ksb.Side(name, document);
const pairing = ({ pairs = [], ruledOut = [] } = {}) => new ksb.Pairing(pairs, ruledOut);

/** What the page can ask for. Each takes files and its arguments. */
const CALLS = {
  version: () => ksb.version(),
  rule: (_files, name) => ksb.rule(name),
  documents: (files, name) => files.documents(name),
  standards: (files) => ksb.standards(files),
  check: (files, format, today) => answer(ksb.check(files, format, today)),
  fix: (files, name, all, now) => answer(ksb.fix(files, name, all, now)),
  commented: (files, name, now) => answer(ksb.commented(files, name, now)),
  convert: (files, of, ending) => answer(ksb.convert(files, side(of), ending)),
  matrix: (files, of, format) => answer(ksb.matrix(files, side(of), format)),
  compare: (files, old, now, pairs, format) => answer(ksb.compare(files, side(old), side(now), pairing(pairs), format)),
  trace: (files, standard, citing, format) => answer(ksb.trace(files, side(standard), citing, format)),
  migrate: (files, old, now, pairs, citing, time) =>
    answer(ksb.migrate(files, side(old), side(now), pairing(pairs), citing, time)),
  history: (files, reference, format) => answer(ksb.history(files, reference, format)),
  readPairing: (_files, text) => {
    const read = ksb.Pairing.ofFile(text);
    return { pairs: read.pairs(), ruledOut: read.ruledOut() };
  },
  writePairing: (_files, pairs) => pairing(pairs).toFile(),
};

/** An answer as plain data. */
function answer(given) {
  const plain = {
    text: given.text(), bytes: given.bytes(), said: given.said(), aside: given.aside(),
    counts: [...given.counts()], isWhole: given.isWhole(),
  };
  given.free();
  return plain;
}

async function filesOf(list) {
  const files = new ksb.Files();
  for (const { name, content } of list) {
    files.add(name, content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content);
  }
  return files;
}

async function call({ id, name, files, args }) {
  calling = id;
  panicked = undefined;
  try {
    const given = await filesOf(files);
    const result = CALLS[name](given, ...args);
    given.free();
    postMessage({ id, result, isLarge: memory.buffer.byteLength > MUCH });
  } catch (error) {
    // What ksb says of its input is a text. Anything else is a fault of ksb, and its memory cannot be used any more.
    const isTold = typeof error === 'string';
    const told = isTold ? error : `Something went wrong in ksb itself, and it has been started again: ${panicked ?? error}`;
    postMessage({ id, error: told, isLarge: !isTold || memory.buffer.byteLength > MUCH });
  }
}

let queue = new Promise((resolve) => {
  addEventListener('message', ({ data }) => {
    if (data.module) {
      init({ module_or_path: data.module }).then((wasm) => { memory = wasm.memory; resolve(); });
    } else {
      queue = queue.then(() => call(data));
    }
  });
});
