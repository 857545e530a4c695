import { hasNeed, hasProgram } from '../../support/needs.ts';
import { type Desktop, startDesktop } from './support/desktop.ts';
import { expect, isElectronThere, test } from './support/electron-test.ts';
import { connect } from './support/import.ts';
import { addNotificationDaemon } from './support/notification-daemon.ts';
import { openSession } from './support/session.ts';
import { clickTray } from './support/spied.ts';

const isThere =
  isElectronThere && hasNeed('notifications on the desktop (dunst is needed)', hasProgram('dunst'));

const hide = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const readWindow = ({ app }: Desktop) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { isVisible: window?.isVisible(), hash: new URL(window?.webContents.getURL() ?? 'app:').hash };
  });

test('the desktop is told: once that the window’s end is not the app’s, what was asked, what went wrong', async ({
  home,
  openPractice,
}) => {
  test.skip(!isThere, 'there is no notification daemon');
  const session = await openSession();
  const daemon = await addNotificationDaemon(session);
  const practice = await openPractice();
  const desktop = await startDesktop(session, home);
  await desktop.page();
  await connect(desktop, practice);

  await test.step('the window closes: said the first time only', async () => {
    await hide(desktop);
    await expect.poll(() => daemon.read()).toHaveLength(1);
    expect(daemon.read()[0]).toMatchObject({ title: 'Tillbridge keeps working', urgency: 'NORMAL' });
    daemon.click();
    await expect.poll(() => readWindow(desktop)).toMatchObject({ isVisible: true });
    await hide(desktop);
  });

  await test.step('a comparison asked for in the tray', async () => {
    await clickTray(desktop, 'Sync now');
    await expect.poll(() => daemon.read()).toHaveLength(2);
    expect(daemon.read()[1]).toEqual({
      title: 'The comparison is ready',
      body: '133 to write. Open Tillbridge to approve it.',
      urgency: 'NORMAL',
    });
    daemon.click();
    await expect.poll(() => readWindow(desktop)).toMatchObject({ isVisible: true });
    await hide(desktop);
  });

  await test.step('an import with a refused product: a click opens the thing, and it was seen', async () => {
    const { runId, brake } = await desktop.call('plan:make', { choices: [] });
    if (brake) await desktop.call('run:approve', { runId });
    practice.storeService.staff.addProduct({ name: 'Cake', type: 'simple', sku: 'SIDE-KNOT' });
    const { counts } = await desktop.call('run:apply', { runId });
    expect(counts.failed).toBe(1);
    const isRefusal = ({ title, body }: { title: string; body: string }) =>
      /refused/.test(`${title} ${body}`);
    await expect.poll(() => daemon.read().filter(isRefusal), { timeout: 30_000 }).toHaveLength(1);
    daemon.click();
    await expect
      .poll(() => readWindow(desktop))
      .toMatchObject({ isVisible: true, hash: expect.stringMatching(/^#\/.+/) });
    const { alerts } = await desktop.call('alerts:list', { limit: 10, offset: 0 });
    // The sync that then runs may tell of stock besides.
    const ended = alerts.filter(({ kind }) => kind === 'import-ended');
    expect(ended.length).toBeGreaterThan(0);
    expect(ended.every(({ seenMs }) => seenMs !== null)).toBe(true);
  });
  await desktop.quit();
  await session.close();
});
