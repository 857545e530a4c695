import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findElectron } from '../../../../src-main/headless/electron-app.ts';
import { type Home, ROOT } from './desktop.ts';
import type { Session } from './session.ts';

const BUILDER = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
/** Stands before the fuses in Electron's program. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyAsar',
  'v8Snapshot',
  'fileProtocol',
] as const;
/** Nobody: root has no sandbox of its own, and the installed app takes no flag that switches it off. */
const NOBODY = 65534;

/** The folder that an installer would install. */
export interface PackedApp {
  readonly program: string;
  readonly asar: string;
  readonly folder: string;
}

/** Packs what the global setup has built, with the Electron that is here. @param output an empty folder */
export function packApp(output: string): PackedApp {
  const electron = findElectron(ROOT, process);
  if (electron === null) throw new Error('there is no Electron here');
  const flags = [`-c.electronDist=${dirname(electron)}`, `-c.directories.output=${output}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILDER, '--dir', '--linux', ...flags], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The app could not be packed:\n${stdout}\n${stderr}`);
  const folder = join(output, 'linux-unpacked');
  return { folder, program: join(folder, 'tillbridge'), asar: join(folder, 'resources', 'app.asar') };
}

/** How the fuses of the program stand. */
export function readFuses({ program }: PackedApp): Readonly<Record<string, boolean>> {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(SENTINEL) + SENTINEL.length;
  const count = bytes[at + 1] ?? 0;
  const wire = bytes.subarray(at + 2, at + 2 + count).toString('latin1');
  return Object.fromEntries(FUSES.map((name, index) => [name, wire[index] === '1']));
}

interface AsarEntry {
  readonly files?: Readonly<Record<string, AsarEntry>>;
  readonly unpacked?: boolean;
}

/** The paths in the archive; those that lie beside it have a `*`. */
export function listAsar({ asar }: PackedApp): string[] {
  const bytes = readFileSync(asar);
  // Four lengths, then the header; the last is that of its text.
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as AsarEntry;
  const list = ({ files = {} }: AsarEntry, path: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) =>
      entry.files ? list(entry, `${path}${name}/`) : [`${path}${name}${entry.unpacked === true ? '*' : ''}`],
    );
  return list(header, '').sort();
}

/** Starts the packed app as a person would, and with what would turn it into something else. */
export function startPacked(
  { program }: PackedApp,
  session: Session,
  home: Home,
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const binding = process.env.BETTER_SQLITE3_BINDING;
  const ownBinding = join(home.dataDir, 'better-sqlite3.node');
  if (binding) copyFileSync(binding, ownBinding);
  const isRoot = process.getuid?.() === 0;
  const runtime = join(home.dataDir, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  if (isRoot) for (const path of [home.dataDir, runtime]) chownSync(path, NOBODY, NOBODY);
  chmodSync(home.dataDir, 0o700);
  const own = { HOME: home.dataDir, XDG_CONFIG_HOME: home.configDir, XDG_RUNTIME_DIR: runtime };
  return spawn(
    program,
    [`--data=${home.dataDir}`, '--remote-debugging-port=0', '-e', "console.log('ran as node')"],
    {
      cwd: home.dataDir,
      env: {
        PATH: process.env.PATH ?? '',
        DISPLAY: session.env.DISPLAY ?? '',
        ...own,
        TILLBRIDGE_SECRET_KEY: home.secretKey,
        ...(binding ? { BETTER_SQLITE3_BINDING: ownBinding } : {}),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
}

export const readMegabytes = (file: string): number => statSync(file).size / 1024 / 1024;
