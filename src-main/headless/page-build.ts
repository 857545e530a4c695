import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = ['src-renderer', 'src-preload/contract'];
const BUILT = 'out/renderer';
const DESKTOP_SOURCES = ['src-main', 'src-practice', 'src-preload'];
const DESKTOP_BUILT = ['out/main/index.cjs', 'out/preload/index.cjs'];
const MOST_LINES = 12;
const STACK_LINE = /^\s+at /;

/** The folder of this checkout. */
export const findCheckout = (): string => fileURLToPath(new URL('../..', import.meta.url));

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

/** Whether the desktop app (its main process and its preload) was never built, or changed since. */
export function isDesktopStale(root: string): boolean {
  const built = DESKTOP_BUILT.map((file) => join(root, file));
  if (!built.every((file) => existsSync(file))) return true;
  const builtMs = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return DESKTOP_SOURCES.some((folder) => readNewestMs(join(root, folder)) > builtMs);
}

/** Builds the page. @returns null when it is built, or what the builder said, without where in its code it was */
export const buildPage = (root: string): Promise<string | null> =>
  build(root, ['vite', 'bin', 'vite.js'], join('src-renderer', 'vite.config.ts'));

/** Builds the desktop app's main process and preload. @returns as `buildPage` */
const buildDesktop = (root: string): Promise<string | null> =>
  build(root, ['electron-vite', 'bin', 'electron-vite.js'], 'electron.vite.config.ts');

/**
 * Builds the page if it must be.
 * @param say hears that it takes a moment
 * @returns null when the page is there, or a sentence that says why it is not
 */
export async function buildWindow(root: string, say: (text: string) => void): Promise<string | null> {
  if (!isPageStale(root)) return null;
  say('Building the window (a few seconds, once) ...');
  return explain(await buildPage(root));
}

/** Builds page and desktop app, each if it must be. @returns as `buildWindow` */
export async function buildApp(root: string, say: (text: string) => void): Promise<string | null> {
  const trouble = await buildWindow(root, say);
  if (trouble !== null || !isDesktopStale(root)) return trouble;
  return explain(await buildDesktop(root));
}

const explain = (said: string | null): string | null =>
  said === null ? null : `The window could not be built, so it cannot be shown. The builder said:\n${said}`;

function build(root: string, tool: readonly string[], config: string): Promise<string | null> {
  const program = join(root, 'node_modules', ...tool);
  const child = spawn(process.execPath, [program, 'build', '--config', config, '--logLevel', 'warn'], {
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
    child.once('close', (code) =>
      resolve(code === 0 ? null : tell() || `the builder ended with code ${code}`),
    );
  });
}
