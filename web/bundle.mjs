// Puts the modules of the page together: into a few files, and into one that needs no others.
//
//     node bundle.mjs TOOLS TO

import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const [tools, to] = process.argv.slice(2);
const esbuild = createRequire(join(tools, 'package.json'))('esbuild');
const page = new URL('page/', import.meta.url).pathname;
const work = join(tools, 'page');

await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });
await cp(page, work, { recursive: true });
await cp(join(tools, 'bound/ksb_web.js'), join(work, 'ksb_web.js'));

async function bundled(name, format) {
  // The bindings can find their program beside themselves, which no bundle needs.
  const built = await esbuild.build({
    entryPoints: [join(work, name)], bundle: true, format, minify: true, write: false, charset: 'utf8', target: 'es2022',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return built.outputFiles[0].text.trim();
}

const [main, worker] = [await bundled('main.js', 'esm'), await bundled('worker.js', 'iife')];
const style = (await esbuild.transform(await readFile(join(work, 'ksb.css'), 'utf8'), { loader: 'css', minify: true })).code.trim();
const html = await readFile(join(work, 'index.html'), 'utf8');
const wasm = await readFile(join(to, 'ksb.wasm'));

const files = { 'index.html': html, 'ksb.css': style, 'ksb.js': main, 'worker.js': worker, 'ksb.html': whole() };
for (const [name, content] of Object.entries(files)) await writeFile(join(to, name), content);
tellSizes();

/** The page of one file. What it runs is named by its hash, so that nothing else can run. */
function whole() {
  if (main.includes('</script') || worker.includes('</script')) throw new Error('a script would end the script that it is in');
  const hash = createHash('sha256').update(main).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval'; worker-src blob:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  const program = gzipSync(wasm, { level: 9 }).toString('base64');
  const put = (text, from, into) => {
    if (!from.test(text)) throw new Error(`the page has no ${from}`);
    return text.replace(from, () => into);
  };
  let text = put(html, /(?<=Content-Security-Policy" content=")[^"]*/, policy);
  text = put(text, /<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
  text = put(text, /<script type="module"[^>]*><\/script>\n/, '');
  const scripts = `<script type="text/plain" id="program">${program}</script>\n<script type="text/plain" id="worker">${worker}</script>\n`;
  return put(text, /<\/body>/, `${scripts}<script type="module">${main}</script>\n</body>`);
}

function tellSizes() {
  const all = [html, style, main, worker].map((text) => Buffer.from(text)).concat([wasm]);
  const sum = (pack) => all.reduce((size, one) => size + pack(one).length, 0);
  const shown = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  console.log(`the page with its files: ${shown(sum((one) => one))}, gzip ${shown(sum(gzipSync))}, brotli ${shown(sum(brotliCompressSync))}`);
  console.log(`ksb.html: ${shown(files['ksb.html'].length)}`);
}
