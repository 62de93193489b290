#!/usr/bin/env node
// Runs the ksb that npm installed for this platform.
'use strict';

const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const platform = `${process.platform}-${process.arch}`;

/** Where the program for this platform is. */
function program() {
  try {
    const manifest = require.resolve(`@ksb-cli/${platform}/package.json`);
    return join(manifest, '..', 'bin', process.platform === 'win32' ? 'ksb.exe' : 'ksb');
  } catch {
    console.error(`ksb: there is no package @ksb-cli/${platform} here.`);
    console.error('Either ksb is not built for this platform, or npm was told to leave out optional packages.');
    process.exit(2);
  }
}

const { status, signal, error } = spawnSync(program(), process.argv.slice(2), { stdio: 'inherit' });
if (error) {
  console.error(`ksb: ${error.message}`);
}
if (signal) {
  process.kill(process.pid, signal);
}
process.exit(status ?? 2);
