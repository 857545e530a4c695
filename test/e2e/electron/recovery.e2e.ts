import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from './support/desktop.ts';
import { expect, test } from './support/electron-test.ts';
import { BUSY_CATALOG, connect, countProducts, expectComplete, importHalf } from './support/import.ts';
import { startAlone } from './support/lone-process.ts';
import { readSpied } from './support/spied.ts';

const BREAK_SCRIPT = join(import.meta.dirname, 'support', 'break-phase.cjs');
const LOG = { sort: 'atMs', isDescending: true, limit: 20, offset: 0 } as const;

/** An error in the main process that nobody catches. */
const crash = ({ app }: Desktop): Promise<void> =>
  app.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('a defect near Zenobia Quillfeather');
    }, 0);
  });
const readCrashes = ({
  home,
}: Pick<Desktop, 'home'>): { readonly where: string; readonly error: string }[] => {
  const file = join(home.dataDir, 'crashes.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
};

test('a defect in the engine: it starts anew in the same process and goes on with the import', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice(BUSY_CATALOG);
  const desktop = await start();
  const runId = await importHalf(desktop, practice);
  expect(practice.storeService.state.products.size).toBeLessThan(countProducts(practice.facts));
  const pid = desktop.app.process().pid;
  await crash(desktop);
  await expect.poll(() => readCrashes(desktop)).toMatchObject([{ where: 'engine', error: 'TypeError' }]);
  await expectComplete(desktop, runId, practice);
  expect(desktop.app.process().pid).toBe(pid);
  const { entries } = await desktop.call('log:page', { ...LOG, action: 'crash' });
  expect(entries).toMatchObject([{ entity: 'engine', message: expect.stringMatching(/^TypeError/) }]);
  expect(JSON.stringify([entries, readCrashes(desktop)])).not.toContain('Zenobia');
});

test('the fourth defect is safe mode: window and tray say so, nothing is written, and "Try again" ends it', async ({
  start,
  openPractice,
}) => {
  const practice = await openPractice({ menu: 'pizza' });
  const desktop = await start();
  await connect(desktop, practice);
  const page = await desktop.page();
  for (let defect = 1; defect <= 4; defect += 1) {
    await crash(desktop);
    await expect.poll(() => readCrashes(desktop).length).toBe(defect);
    await desktop.call('status:get', {});
  }
  const banner = page.getByRole('alert').filter({ hasText: 'Safe mode.' });
  await expect(banner).toContainText('nothing is written to either side');
  await expect
    .poll(async () => (await readSpied(desktop)).tray.toolTip)
    .toBe('Tillbridge - Safe mode: nothing is kept in step. Open Tillbridge.');
  await expect(desktop.call('plan:make', { choices: [] })).rejects.toThrow('SAFE_MODE');
  expect(await desktop.call('status:get', {})).toMatchObject({ till: { currency: 'USD' } });
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toBeHidden();
  expect((await desktop.call('plan:make', { choices: [] })).runId).toBeGreaterThan(0);
});

test('a window that crashes does not stop the engine, and one in safe mode comes back to it', async ({
  start,
}) => {
  const desktop = await start({ args: ['--safe-mode'] });
  const page = await desktop.page();
  await expect(page.getByText('was started in safe mode')).toBeVisible();
  await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((resolve) => void contents?.once('did-finish-load', () => resolve()));
    contents?.forcefullyCrashRenderer();
    await loaded;
  });
  expect(await desktop.call('support:get', {})).toMatchObject({ engine: { mode: 'safe', reason: 'asked' } });
  expect(readCrashes(desktop)).toEqual([]);
});

for (const phase of ['system', 'preferences', 'language', 'guards', 'page', 'engine', 'calls', 'desktop'])
  test(`a defect in the phase "${phase}" of the start is on the disk, and a box says where`, async ({
    session,
    home,
  }) => {
    const app = startAlone(session, home, [BREAK_SCRIPT], { BREAK_PHASE: phase });
    const [code] = await once(app.child, 'exit');
    expect(code).toBe(1);
    expect(app.readOutput()).toContain(`While starting (${phase})`);
    const crashes = readCrashes({ home });
    expect(crashes.length).toBe(phase === 'engine' ? 5 : 1);
    expect(crashes[0]).toMatchObject({
      where: phase === 'engine' ? 'start' : `start: ${phase}`,
      error: 'TypeError',
    });
    expect(JSON.stringify(crashes)).not.toContain('Zenobia');
  });

test('--erase asks, then leaves nothing of the shop on this computer, and all of it in Clover and WooCommerce', async ({
  session,
  home,
  start,
  openPractice,
}) => {
  const practice = await openPractice({ menu: 'pizza' });
  const desktop = await start();
  await connect(desktop, practice);
  const items = practice.tillService.state.items.size;
  await desktop.quit();
  const { child } = startAlone(session, home, [], {}, ['--erase']);
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  // The window's own folder is in use until the very end; a configuration of the test lies beside it.
  expect(readdirSync(home.dataDir).filter((name) => !['window', 'config'].includes(name))).toEqual([]);
  expect(practice.tillService.state.items.size).toBe(items);
});
