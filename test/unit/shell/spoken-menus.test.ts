import { afterEach, expect, it } from 'vitest';
import { speak } from '../../../src-main/ipc/speech.ts';
import { writeAppMenu } from '../../../src-main/shell/menu.ts';
import { describePlan, describeSync } from '../../../src-main/shell/sync-control.ts';
import { type TrayActions, writeTrayMenu } from '../../../src-main/shell/tray-menu.ts';
import { readTrayState } from '../../../src-main/shell/tray-state.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';

afterEach(() => speak('en'));

const NOTHING = { open: () => undefined } as unknown as TrayActions;
const STATUS = {
  mode: 'real',
  reach: { till: null, store: null, askedMs: null },
  products: { conflict: 2 },
  queue: { waiting: 0, parked: 0 },
  unfinishedRunId: null,
  activeRunId: null,
} as unknown as StatusShape;

const readLabels = (): (string | undefined)[] => {
  const { sentence } = readTrayState({
    status: STATUS,
    progress: null,
    pausedUntil: null,
    isOnline: true,
    troubledOrders: 0,
  });
  return writeTrayMenu(
    {
      sentence,
      isPaused: false,
      isSetUp: true,
      isWorking: false,
      startsAtLogin: true,
      troubledOrders: 0,
    },
    NOTHING,
  ).flatMap(({ label }) => label ?? []);
};

it('the tray’s menu is German at once when German is chosen, and English again', async () => {
  await speak('de');
  expect(readLabels()).toEqual([
    '2 Punkte brauchen Ihren Eingriff.',
    'Tillbridge öffnen',
    'Jetzt abgleichen',
    '15 Minuten pausieren',
    '60 Minuten pausieren',
    'Bei der Anmeldung starten',
    'Tillbridge beenden',
  ]);
  await speak('en');
  expect(readLabels()[0]).toBe('2 things need you.');
});

it.each(['linux', 'darwin'])('the app’s menu on %s has a German word for everything', async (platform) => {
  const listLabels = (): string[] =>
    writeAppMenu(platform).flatMap(({ label, submenu }) => [
      label ?? '',
      ...(Array.isArray(submenu) ? submenu.flatMap((item) => item.label ?? []) : []),
    ]);
  const english = listLabels();
  await speak('de');
  const same = listLabels().filter((label, at) => label === english[at] && label !== 'Tillbridge');
  expect(same).toEqual([]);
  expect(listLabels()).toHaveLength(english.length);
});

it('what a click in the tray came to is told in the person’s language', async () => {
  await speak('es');
  const result = { applied: { till: 1, store: 2 }, failed: 0, conflicts: 1, waiting: 0 };
  expect(describeSync(result as Parameters<typeof describeSync>[0])).toEqual({
    title: 'Se compararon ambos lados',
    body: '3 sincronizados, 1 en conflicto.',
  });
  const plan = { counts: { create_woo: 4 }, obstacle: null };
  expect(describePlan(plan as unknown as Parameters<typeof describePlan>[0]).body).toBe(
    '4 por escribir. Abra Tillbridge para aprobarlo.',
  );
});
