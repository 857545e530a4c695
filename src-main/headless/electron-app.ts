import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from './surroundings.ts';

type Machine = Pick<Surroundings, 'env' | 'platform'>;

/** Within this time a binary of about 120 MB comes over a slow line, or it does not come. */
const DOWNLOAD_MS = 600_000;
const LINUX_ROOT = 0;

/** Whether a window can be shown on this computer. */
export const hasDisplay = ({ platform, env }: Machine): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** Chromium's sandbox refuses root, and the window is never shown without its sandbox. */
export const isRefusedByElectron = ({ platform }: Machine): boolean =>
  platform === 'linux' && process.getuid?.() === LINUX_ROOT;

/** The Electron program of a checkout; null when its binary has not been downloaded. */
export function findElectron(root: string, { env }: Pick<Machine, 'env'>): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : '';
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist');
  const program = join(dist, name || 'electron');
  return existsSync(program) ? program : null;
}

/**
 * Downloads Electron's binary, as its package does when it is first asked for.
 * @returns the program, or null when it cannot be had
 */
export async function downloadElectron(root: string, machine: Machine): Promise<string | null> {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return null;
  const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: DOWNLOAD_MS });
  const code = await waitForEnd(child);
  return code === 0 ? findElectron(root, machine) : null;
}

/**
 * Runs the desktop app until it is quit.
 * @param env beside the environment of this process
 * @returns its exit code
 */
export function runElectron(
  program: string,
  root: string,
  {
    dataDir,
    env,
    args: more = [],
  }: {
    readonly dataDir: string | null;
    readonly env: Surroundings['env'];
    readonly args?: readonly string[];
  },
): Promise<number> {
  const args = [root, ...(dataDir === null ? [] : [`--data=${dataDir}`]), ...more];
  return waitForEnd(spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } }));
}

function waitForEnd(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
