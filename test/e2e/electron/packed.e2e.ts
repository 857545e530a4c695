import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './support/desktop.ts';
import { expect, isElectronThere, test } from './support/electron-test.ts';
import { watchOutput } from './support/lone-process.ts';
import {
  listAsar,
  type PackedApp,
  packApp,
  readFuses,
  readMegabytes,
  startPacked,
} from './support/packed-app.ts';

/** Of the program without Electron: code, page, pictures. */
const MOST_MEGABYTES = 9;

test.skip(process.platform !== 'linux', 'the folder that is packed here is that of Linux');
test.describe.configure({ mode: 'serial' });

let output = '';
let packed: PackedApp;

test.beforeAll(() => {
  if (!isElectronThere) return;
  output = mkdtempSync(join(tmpdir(), 'tillbridge-packed-'));
  // Whoever starts it need not be who has packed it.
  chmodSync(output, 0o755);
  packed = packApp(output);
});
test.afterAll(() => {
  if (output !== '') rmSync(output, { recursive: true, force: true, maxRetries: 3 });
});

test('the fuses of the packed app are as promised', () => {
  expect(readFuses(packed)).toMatchObject({
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: false,
    cookieEncryption: true,
    asarIntegrity: true,
    onlyAsar: true,
    fileProtocol: false,
  });
});

test('the packed app has the built program, its pictures and two native packages, and nothing else', () => {
  const all = listAsar(packed);
  const isPart = (path: string): boolean =>
    /^out\/renderer\/assets\/[\w-]+\.(js|css)$/.test(path) ||
    /^out\/main\/[\w-]+-[\w-]{8}\.cjs$/.test(path) ||
    /^node_modules\/better-sqlite3\/lib\/[\w/-]+\.js$/.test(path);
  const pictures = ['icons', 'tray'].flatMap((folder) =>
    readdirSync(join(ROOT, 'resources', folder))
      .filter((name) => name.endsWith('.png'))
      .map((name) => `resources/${folder}/${name}`),
  );
  const natives = all.filter((path) => path.endsWith('*'));
  expect(natives.filter((path) => !path.includes('keytar'))).toEqual([
    `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node*`,
  ]);
  expect(all.filter((path) => !isPart(path) && !natives.includes(path))).toEqual(
    [
      'node_modules/better-sqlite3/package.json',
      ...(natives.length > 1
        ? ['node_modules/keytar/lib/keytar.js', 'node_modules/keytar/package.json']
        : []),
      'out/main/index.cjs',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'package.json',
      'resources/THIRD-PARTY.md',
      'resources/practice/pizza/pizza_types.csv',
      'resources/practice/pizza/pizzas.csv',
      ...pictures,
    ].sort(),
  );
  const size = readMegabytes(packed.asar);
  console.log(`The program without Electron: ${size.toFixed(1)} MiB in ${all.length} files.`);
  expect(size).toBeLessThan(MOST_MEGABYTES);
});

test('the packed app shows its window in its sandbox, whatever would make it a plain Node', async ({
  session,
  home,
}) => {
  const child = startPacked(packed, session, home, {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require /nowhere.cjs',
  });
  const ended = once(child, 'exit');
  const { readOutput, waitFor } = watchOutput(child);
  await waitFor('DevTools listening on');
  const port = /127\.0\.0\.1:(\d+)\//.exec(readOutput())?.[1] ?? '';
  const listTitles = async (): Promise<string[]> => {
    const pages = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      readonly title: string;
    }[];
    return pages.map(({ title }) => title);
  };
  await expect.poll(listTitles).toEqual(['Setup – Tillbridge']);
  expect(readOutput()).not.toContain('ran as node');
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
});
