// Packs the command for npm: `pack.mjs BINARY FOLDER [PLATFORM]`. One package holds the binary for its platform; the
// other, which people install, depends on the packages for all platforms and runs the binary from the one that npm
// chose.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const [binary, folder, platform = `${process.platform}-${process.arch}`] = process.argv.slice(2);
const platforms = JSON.parse(readFileSync(join(ROOT, 'packages/npm/platforms.json'), 'utf8'));
const version = readFileSync(join(ROOT, 'Cargo.toml'), 'utf8').match(/^version = "(.*)"$/m)[1];

/** What both packages say about themselves. */
const common = {
  version,
  description: 'Checks and compares UK occupational standards: duties, knowledge, skills and behaviours',
  license: 'MIT OR Apache-2.0',
};

/** Writes the files of a package into its own folder, and packs it. */
function pack(manifest, files) {
  const own = join(folder, 'unpacked', manifest.name.replace('/', '-'));
  mkdirSync(join(own, 'bin'), { recursive: true });
  writeFileSync(join(own, 'package.json'), `${JSON.stringify({ ...manifest, ...common }, null, 2)}\n`);
  for (const [from, to] of files) copyFileSync(from, join(own, to));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, own], { stdio: 'inherit' });
}

if (!(platform in platforms)) throw new Error(`no package is made for ${platform}`);
mkdirSync(folder, { recursive: true });
const licences = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => [join(ROOT, name), name]);
const exe = platform.startsWith('win32') ? 'ksb.exe' : 'ksb';
pack({ name: `@ksb-cli/${platform}`, ...platforms[platform] }, [[binary, join('bin', exe)], ...licences]);
pack(
  {
    name: 'ksb-cli',
    bin: { ksb: 'bin/ksb.js' },
    engines: { node: '>=18' },
    optionalDependencies: Object.fromEntries(Object.keys(platforms).map((one) => [`@ksb-cli/${one}`, version])),
  },
  [
    [join(ROOT, 'packages/npm/ksb.js'), join('bin', 'ksb.js')],
    [join(ROOT, 'packages/npm/README.md'), 'README.md'],
    ...licences,
  ],
);
rmSync(join(folder, 'unpacked'), { recursive: true });
