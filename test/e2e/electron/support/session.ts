import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasProgram } from '../../../support/needs.ts';

const PATIENCE_MS = 10_000;

/** A person's session on Linux: a screen, a message bus, and if wanted a keychain. Nothing of the computer's own. */
export interface Session {
  readonly env: Readonly<Record<string, string>>;
  /** Starts a program of the session; it ends with it. */
  start(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  close(): Promise<void>;
}

/** What of the session's programs is not installed, in words; null when all is there. */
export function findMissingProgram(): string | null {
  if (process.platform !== 'linux') return null;
  const missing = ['Xvfb', 'dbus-daemon', 'dbus-send'].filter((name) => !hasProgram(name));
  return missing.length > 0 ? `${missing.join(' and ')} is not installed` : null;
}

/** Without `standard_session_servicedirs` the bus starts no program by itself: no keychain means no keychain. */
const describeBus = (folder: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Starts a session. On Windows and macOS the person's own is used. */
export async function openSession(): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-session-'));
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    // The bus and the screen last, so that nobody complains about losing them.
    for (const child of children.reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv, stdio: StdioOptions) => {
    const child = spawn(program, [...args], { env, stdio });
    children.push(child);
    return child;
  };
  if (process.platform !== 'linux')
    return { env: {}, start: (program, args) => run(program, args, process.env, 'ignore'), close };

  for (const name of ['data', 'cache', 'config', 'run']) mkdirSync(join(folder, name), { mode: 0o700 });
  writeFileSync(join(folder, 'bus.conf'), describeBus(folder));
  const fourPipes: StdioOptions = ['ignore', 'ignore', 'ignore', 'pipe'];
  const screen = run(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    process.env,
    fourPipes,
  );
  const bus = run(
    'dbus-daemon',
    [`--config-file=${join(folder, 'bus.conf')}`, '--nofork', '--print-address=3'],
    process.env,
    fourPipes,
  );
  const env = {
    DISPLAY: `:${await readLine(screen, 'Xvfb')}`,
    DBUS_SESSION_BUS_ADDRESS: await readLine(bus, 'dbus-daemon'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  };
  return {
    env,
    start: (program, args, more = {}) =>
      run(program, args, { ...process.env, ...env, ...more }, ['pipe', 'ignore', 'ignore']),
    close,
  };
}

/** An unlocked, empty keychain for everybody in the session. */
export async function addKeychain(session: Session): Promise<void> {
  const daemon = session.start('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets']);
  daemon.stdin?.end('practice');
  await waitForName(session, 'org.freedesktop.secrets');
}

/** Resolves when a program has taken the name on the session's bus. */
export async function waitForName({ env }: Session, name: string): Promise<void> {
  const ask = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const { stdout } = spawnSync(
      'dbus-send',
      [...ask, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`],
      { env: { ...process.env, ...env }, encoding: 'utf8' },
    );
    if (stdout.includes('true')) return;
    await sleep(50);
  }
  throw new Error(`Nobody has taken ${name} on the session's bus.`);
}

/** The first line that a program writes to its fourth stream. */
async function readLine(child: ChildProcess, name: string): Promise<string> {
  const stream = child.stdio[3] as Readable;
  const gone = once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended at once.`)));
  const [text] = (await Promise.race([once(stream.setEncoding('utf8'), 'data'), gone])) as [string];
  return text.trim();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 2000);
  await ended;
  clearTimeout(patience);
}
