import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findElectron } from '../../../../src-main/headless/electron-app.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const BUILDER = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
/** The first Electron with the Node that the product is built for; an older one gets an older dialect. */
const FIRST_WITH_NODE_24 = 40;

/** Builds main process and preload for the Electron that is here. Always: it takes a second, and nothing is stale. */
export default function buildDesktop(): void {
  const program = findElectron(ROOT, process);
  if (program === null) return;
  const target = readMajor(dirname(program)) < FIRST_WITH_NODE_24 ? 'node20' : 'node24';
  execFileSync(
    process.execPath,
    [BUILDER, 'build', '--config', 'electron.vite.config.ts', '--logLevel', 'error'],
    {
      cwd: ROOT,
      env: { ...process.env, TILLBRIDGE_NODE_TARGET: target },
      stdio: 'pipe',
    },
  );
}

/** Of the Electron in a folder; its own package's when the folder does not say. */
function readMajor(folder: string): number {
  const file = join(folder, 'version');
  if (!existsSync(file)) return FIRST_WITH_NODE_24;
  return Number.parseInt(readFileSync(file, 'utf8').replace(/^v/, ''), 10);
}
