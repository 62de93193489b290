// The one way from the page to ksb: calls of the worker, which is started again when it is stopped or has grown.

/** The program, compiled once. In the page of one file it is in the page, packed. */
const program = load();

async function load() {
  const packed = document.getElementById('program');
  if (!packed) return WebAssembly.compileStreaming(fetch('ksb.wasm'));
  const bytes = Uint8Array.from(atob(packed.textContent.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

function open() {
  const code = document.getElementById('worker');
  if (!code) return new Worker('worker.js');
  const url = URL.createObjectURL(new Blob([code.textContent], { type: 'text/javascript' }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}

const waiting = new Map();
let worker;
let next = 0;

async function start() {
  worker = open();
  worker.onmessage = ({ data: { id, result, error, progress, isLarge } }) => {
    const one = waiting.get(id);
    if (!one) return;
    if (progress) { one.onProgress?.(...progress); return; }
    waiting.delete(id);
    if (isLarge && waiting.size === 0) end();
    if (error === undefined) one.resolve(result); else one.reject(new Error(error));
  };
  const own = worker;
  own.postMessage({ module: await program });
}

function end() {
  worker?.terminate();
  worker = undefined;
  starting = undefined;
}

let starting;

/** Calls a function of ksb with files, each a name and its bytes or a file of the browser. */
export async function call(name, files, args = [], onProgress = undefined) {
  starting ??= start();
  await starting;
  const id = next;
  next += 1;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, onProgress });
    worker.postMessage({ id, name, files, args });
  });
}

/** Stops whatever is being done. */
export function stop() {
  end();
  for (const one of waiting.values()) one.reject(new Error('Stopped.'));
  waiting.clear();
}
