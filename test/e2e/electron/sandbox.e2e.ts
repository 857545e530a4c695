import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findElectron } from '../../../src-main/headless/electron-app.ts';
import { type Home, listEnv, MAIN, ROOT, SPY } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';
import { watchOutput } from './support/lone-process.ts';
import type { Session } from './support/session.ts';

// Chromium's own sandbox refuses root. So the app is started as the user "nobody", with nothing taken from it.

const NOBODY = 65_534;
const OTHERS_READ_AND_ENTER = 0o005;

/** Whether "nobody" can read the checkout: each folder above it lets him through. */
function isOpenToOthers(folder: string): boolean {
  const isOpen = (statSync(folder).mode & OTHERS_READ_AND_ENTER) === OTHERS_READ_AND_ENTER;
  return isOpen && (dirname(folder) === folder || isOpenToOthers(dirname(folder)));
}

/** An Electron where "nobody" may start it. Links, where the disk allows it: it is large. */
function openElectron(program: string, folder: string): string {
  try {
    execFileSync('cp', ['-rl', dirname(program), join(folder, 'electron')], { stdio: 'pipe' });
  } catch {
    execFileSync('cp', ['-rp', dirname(program), join(folder, 'electron')]);
  }
  return join(folder, 'electron', 'electron');
}

function startAsNobody(session: Session, home: Home, folder: string) {
  const program = openElectron(findElectron(ROOT, process) ?? '', folder);
  const binding = process.env.BETTER_SQLITE3_BINDING;
  if (binding) copyFileSync(binding, join(folder, 'sqlite.node'));
  chownSync(home.dataDir, NOBODY, NOBODY);
  const env = listEnv(session, home, {
    ...{ HOME: home.dataDir, XDG_CACHE_HOME: join(home.dataDir, 'cache'), XDG_RUNTIME_DIR: home.dataDir },
    ...{
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      BETTER_SQLITE3_BINDING: binding ? join(folder, 'sqlite.node') : '',
    },
  });
  const args = ['-r', SPY, '-r', MAIN, ROOT, `--data=${home.dataDir}`];
  return spawn(program, args, {
    env,
    uid: NOBODY,
    gid: NOBODY,
    cwd: home.dataDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Processes of a program in a folder that show pages. */
const findRenderers = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const line = readProc(pid, 'cmdline');
      return line.startsWith(folder) && line.includes('--type=renderer');
    });

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return ''; // it has just ended
  }
}

test('the page’s process is in the system’s sandbox: filtered calls, its own process and user space', async ({
  session,
  home,
}) => {
  test.skip(
    process.platform !== 'linux' || process.getuid?.() !== 0,
    'it takes root to become somebody else',
  );
  test.skip(!isOpenToOthers(ROOT.replace(/\/$/, '')), 'another user cannot read this checkout');
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-nobody-'));
  chmodSync(folder, 0o755);
  const child = startAsNobody(session, home, folder);
  await watchOutput(child).waitFor('window shown');
  const renderers = findRenderers(folder);
  expect(renderers).toHaveLength(1);
  for (const pid of renderers) {
    expect(readProc(pid, 'status')).toMatch(/^NoNewPrivs:\t1$/m);
    expect(readProc(pid, 'status')).toMatch(/^Seccomp:\t2$/m);
    expect(readlinkSync(`/proc/${pid}/ns/pid`)).not.toBe(readlinkSync('/proc/self/ns/pid'));
  }
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  // The data is its owner's alone.
  expect(statSync(join(home.dataDir, 'tillbridge.sqlite')).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});
