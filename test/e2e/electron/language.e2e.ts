import { expect, test } from './support/electron-test.ts';
import { readSpied } from './support/spied.ts';

test('a language that is chosen speaks from window and tray at once, and after a new start', async ({
  start,
}) => {
  const desktop = await start();
  const readMenu = async (of: typeof desktop): Promise<readonly string[]> => (await readSpied(of)).tray.menu;
  await expect.poll(() => readMenu(desktop)).toContain('Quit Tillbridge');
  // The page loads itself anew, so nobody is left to hear the answer.
  await desktop.begin('language:set', { choice: 'de' });
  await expect
    .poll(() => readMenu(desktop))
    .toEqual([
      ...['Noch nicht eingerichtet. (off)', '-', 'Tillbridge öffnen', 'Jetzt abgleichen (off)'],
      ...['15 Minuten pausieren (off)', '60 Minuten pausieren (off)', '-'],
      ...['[ ] Bei der Anmeldung starten', '-', 'Tillbridge beenden'],
    ]);
  await expect((await desktop.page()).getByRole('link', { name: 'Einstellungen' })).toBeVisible();
  await desktop.quit();
  const again = await start();
  await expect.poll(() => readMenu(again)).toContain('Tillbridge beenden');
  await expect((await again.page()).getByRole('link', { name: 'Einstellungen' })).toBeVisible();
});
