import { once } from 'node:events';
import type { Desktop } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';
import { BUSY_CATALOG, countProducts, expectComplete, importHalf } from './support/import.ts';

const isVisible = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

test('closing the window hides it; the import goes on to its end', async ({ start, openPractice }) => {
  const practice = await openPractice(BUSY_CATALOG);
  const desktop = await start();
  const runId = await importHalf(desktop, practice);
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => isVisible(desktop)).toBe(false);
  await expectComplete(desktop, runId, practice);
});

test('a window whose process is killed comes back, and the import never noticed', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice(BUSY_CATALOG);
  const desktop = await start();
  const runId = await importHalf(desktop, practice);
  const pid = await desktop.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const back = globalThis as unknown as { isBack: boolean };
    contents?.once('render-process-gone', () =>
      contents.once('did-finish-load', () => Object.assign(back, { isBack: true })),
    );
    return contents?.getOSProcessId() ?? 0;
  });
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => desktop.app.evaluate(() => 'isBack' in globalThis)).toBe(true);
  expect(await desktop.call('status:get', {})).toMatchObject({ activeRunId: runId });
  await expectComplete(desktop, runId, practice);
  const { entries } = await desktop.call('log:page', {
    ...{ action: 'crash', sort: 'atMs', isDescending: true },
    ...{ limit: 5, offset: 0 },
  });
  expect(entries).toMatchObject([{ entity: 'window', level: 'error' }]);
});

test('a window that crashes four times in a row is not loaded for ever, and a box says what to do', async ({
  start,
}) => {
  const desktop = await start();
  await desktop.page();
  const box = await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const { spied } = globalThis as unknown as { spied: { boxes: { title: string }[] } };
    for (let crash = 1; contents && crash <= 4; crash += 1) {
      const gone = new Promise<void>((resolve) => void contents.once('render-process-gone', () => resolve()));
      const loaded = new Promise<void>((resolve) => void contents.once('did-finish-load', () => resolve()));
      contents.forcefullyCrashRenderer();
      await gone;
      if (crash < 4) await loaded;
    }
    return spied.boxes.at(-1)?.title;
  });
  expect(box).toBe('The window keeps failing');
});

test('quit during an import: it ends between two writes, and the next start goes on with it', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice(BUSY_CATALOG);
  const first = await start();
  const runId = await importHalf(first, practice);
  const startedMs = Date.now();
  await first.quit();
  expect(Date.now() - startedMs).toBeLessThan(5000);
  expect(practice.storeService.state.products.size).toBeLessThan(countProducts(practice.facts));
  await expectComplete(await start(), runId, practice);
});

test('what a person has stopped is not taken up by the next start', async ({ start, openPractice }) => {
  const practice = await openPractice(BUSY_CATALOG);
  const first = await start();
  const runId = await importHalf(first, practice);
  await first.call('run:cancel', {});
  await first.waitForEnd();
  await first.quit();
  const next = await start();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await next.call('status:get', {})).toMatchObject({ activeRunId: null, unfinishedRunId: runId });
});

test('power cut during an import: the next start goes on with it, nothing is doubled', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice(BUSY_CATALOG);
  const first = await start();
  const runId = await importHalf(first, practice);
  const main = first.app.process();
  const ended = once(main, 'exit');
  main.kill('SIGKILL');
  await ended;
  await expectComplete(await start(), runId, practice);
});

test('the window opens as it was left', async ({ start }) => {
  const left = { x: 40, y: 60, width: 900, height: 640 };
  const first = await start();
  await first.page();
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    left,
  );
  await first.quit();
  const next = await start();
  await next.page();
  const bounds = await next.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject({ width: left.width, height: left.height });
});
