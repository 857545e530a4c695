import type { MenuItemConstructorOptions } from 'electron';
import { say } from '../ipc/speech.ts';

export interface TrayMenuFacts {
  readonly sentence: string;
  readonly isPaused: boolean;
  readonly isSetUp: boolean;
  readonly isWorking: boolean;
  readonly startsAtLogin: boolean;
  readonly troubledOrders: number;
}

export interface TrayActions {
  open(): void;
  openOrders(): void;
  syncNow(): void;
  pause(minutes: number): void;
  goOn(): void;
  setStartsAtLogin(isOn: boolean): void;
  quit(): void;
}

const PAUSES_MINUTES = [15, 60] as const;

/** The tray's menu: how things stand, then what can be done about it. */
export function writeTrayMenu(facts: TrayMenuFacts, actions: TrayActions): MenuItemConstructorOptions[] {
  const pauses: MenuItemConstructorOptions[] = PAUSES_MINUTES.map((minutes) => ({
    label: say('Pause for {{minutes}} minutes', { minutes }),
    enabled: facts.isSetUp,
    click: () => actions.pause(minutes),
  }));
  return [
    { label: facts.sentence, enabled: false },
    ...(facts.troubledOrders > 0 ? [{ label: say('Show what happened'), click: actions.openOrders }] : []),
    { type: 'separator' },
    { label: say('Open Tillbridge'), click: actions.open },
    { label: say('Sync now'), enabled: facts.isSetUp && !facts.isWorking, click: actions.syncNow },
    ...(facts.isPaused ? [{ label: say('Go on now'), click: actions.goOn }] : pauses),
    { type: 'separator' },
    {
      label: say('Start when I log in'),
      type: 'checkbox',
      checked: facts.startsAtLogin,
      click: (item) => actions.setStartsAtLogin(item.checked),
    },
    { type: 'separator' },
    { label: say('Quit Tillbridge'), click: actions.quit },
  ];
}
