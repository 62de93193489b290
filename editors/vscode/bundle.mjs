// Puts the extension into one file, with the licences of what is in it, and leaves the picture out of its README: VS Code shows
// only those of the web.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { metafile } = await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  external: ['vscode'],
  format: 'cjs',
  legalComments: 'none',
  metafile: true,
  minify: true,
  platform: 'node',
  target: 'node20',
});
const folders = new Set(Object.keys(metafile.inputs).flatMap((path) => path.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0] ?? []));
const licences = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name} comes without its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
});
writeFileSync('dist/LICENCES.txt', licences.join(`\n${'-'.repeat(72)}\n\n`));
writeFileSync('README.md', readFileSync('README.md', 'utf8').replace(/^!\[.*\n\n/m, ''));
