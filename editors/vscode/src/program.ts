// Where the program is, and whether it can serve an editor.

import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** The program, or why none can be used. */
export type Program = { readonly path: string; readonly version: string } | { readonly fault: string };

/** What a program wrote, and how it ended. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string };

const INSTALL = 'Install it with “pip install ksb-cli” or “npm install --global ksb-cli”';
const NAME = process.platform === 'win32' ? 'ksb.exe' : 'ksb';
const LONGEST = 256 * 1024 * 1024;

/** The program that the setting names or, if that is empty, the first on the path. */
export async function findProgram(setting: string): Promise<Program> {
  if (setting === '') {
    const path = await onPath();
    if (path !== undefined) return asked(path);
    return { fault: `ksb is not on the path, so nothing is checked. ${INSTALL}, or give its location in the setting ksb.path.` };
  }
  const path = setting.replace(/^~(?=[/\\])/, homedir());
  if (!isAbsolute(path)) {
    return { fault: `The setting ksb.path must be the full path of the program ksb, but is “${setting}”.` };
  }
  if (!(await isProgram(path))) {
    return { fault: `The setting ksb.path is ${path}, but there is no such program. Correct the setting, or clear it to use ksb from the path.` };
  }
  return asked(path);
}

/** Runs the program in a folder until it exits. Never rejects: if it cannot run, the code is 2 and `err` says why. */
export function run(path: string, args: readonly string[], folder: string, timeout = 60_000): Promise<Ran> {
  return new Promise((done) => {
    execFile(path, args, { cwd: folder, timeout, maxBuffer: LONGEST, windowsHide: true }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 2;
      done({ code, out, err: err === '' && error !== null ? error.message : err });
    });
  });
}

/**
 * The first on the path. Relative folders are left out: they would be found in the open folder, where nothing may
 * be run.
 */
async function onPath(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute)) {
    const path = join(folder, NAME);
    if (await isProgram(path)) return path;
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** What the program says about itself. */
async function asked(path: string): Promise<Program> {
  const said = await run(path, ['--version'], homedir(), 20_000);
  const version = /^ksb (\S+)/.exec(said.out)?.[1];
  if (said.code !== 0 || version === undefined) {
    return { fault: `${path} does not seem to be ksb, so nothing is checked. ${INSTALL}, or correct the setting ksb.path.` };
  }
  if ((await run(path, ['server', '--help'], homedir(), 20_000)).code !== 0) {
    return { fault: `ksb ${version} at ${path} is too old: it cannot serve an editor. ${INSTALL} to get the latest version, or correct the setting ksb.path.` };
  }
  return { path, version };
}
