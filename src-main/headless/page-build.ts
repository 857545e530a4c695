import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src-renderer', 'src-preload/contract'];
const BUILT = 'out/renderer';
const MOST_LINES = 12;
const STACK_LINE = /^\s+at /;

/** Where the built page lies in a checkout. */
export const findPageFolder = (root: string): string => join(root, BUILT);

/** Whether the page was never built, or changed since. */
export function isPageStale(root: string): boolean {
  const index = join(findPageFolder(root), 'index.html');
  if (!existsSync(index)) return true;
  const builtMs = statSync(index).mtimeMs;
  return SOURCES.some((folder) => readNewestMs(join(root, folder)) > builtMs);
}

function readNewestMs(folder: string): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.reduce((newest, entry) => {
    // A folder's own time changes when a file in it is removed.
    return Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }, statSync(folder).mtimeMs);
}

/**
 * Builds the page.
 * @returns null when it is built, or what the builder said, without where in its code it was
 */
export function buildPage(root: string): Promise<string | null> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join('src-renderer', 'vite.config.ts');
  const child = spawn(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const tell = (): string => {
    const lines = said.join('').trim().split('\n');
    return lines
      .filter((line) => !STACK_LINE.test(line))
      .slice(0, MOST_LINES)
      .join('\n');
  };
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? null : tell() || `vite ended with code ${code}`));
  });
}
