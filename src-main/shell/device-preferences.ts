import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { isLanguage, type Language } from '../../src-preload/contract/languages/dictionary.ts';
import type { UpdateChannelShape } from '../../src-preload/contract/update-channels.ts';
import type { LanguagePreference } from '../ipc/device-language.ts';
import { renameOver } from '../runtime/write-whole.ts';
import type { HeldRun, HeldRuns } from './held-run.ts';
import type { UpdatePreferences } from './updates/update-board.ts';
import type { WindowState } from './window-state.ts';

/** What belongs to this computer, not to the shop. */
interface Kept {
  window: WindowState;
  hasToldTray: boolean;
  heldRun: HeldRun | null;
  /** null: the system's own. */
  language: Language | null;
  updateChannel: UpdateChannelShape;
  installing: string | null;
}

export interface DevicePreferences {
  readWindow(): WindowState;
  keepWindow(state: WindowState): void;
  /** Whether the person was told that closing the window leaves Tillbridge at work. */
  hasToldTray(): boolean;
  noteToldTray(): void;
  readonly heldRuns: HeldRuns;
  readonly language: LanguagePreference;
  readonly updates: UpdatePreferences;
}

const NAME = 'device';
const INITIAL: Kept = {
  window: { bounds: null, isMaximized: false },
  hasToldTray: false,
  heldRun: null,
  language: null,
  updateChannel: 'stable',
  installing: null,
};

/** Opens the preferences; a damaged file is put aside, not overwritten. @param folder without the file's name */
export function openDevicePreferences(folder: string): DevicePreferences {
  const store = openStore(folder);
  return {
    readWindow: () => store.get('window'),
    keepWindow: (state) => store.set('window', state),
    hasToldTray: () => store.get('hasToldTray'),
    noteToldTray: () => store.set('hasToldTray', true),
    heldRuns: { read: () => store.get('heldRun'), keep: (run) => store.set('heldRun', run) },
    language: {
      read: () => {
        const kept = store.get('language');
        return kept !== null && isLanguage(kept) ? kept : null;
      },
      keep: (language) => store.set('language', language),
    },
    updates: {
      readChannel: () => (store.get('updateChannel') === 'beta' ? 'beta' : 'stable'),
      keepChannel: (channel) => store.set('updateChannel', channel),
      readInstalling: () => store.get('installing'),
      keepInstalling: (version) => store.set('installing', version),
    },
  };
}

function openStore(folder: string): Store<Kept> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const open = (): Store<Kept> =>
    new Store<Kept>({ name: NAME, cwd: folder, defaults: INITIAL, configFileMode: 0o600 });
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    renameOver(join(folder, `${NAME}.json`), join(folder, `${NAME}.damaged.json`));
    return open();
  }
}
