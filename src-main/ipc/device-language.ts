import { type Language, pickLanguage } from '../../src-preload/contract/languages/dictionary.ts';
import { readLanguage, speak } from './speech.ts';

/** Where the choice is kept: with what belongs to this computer. null: the system's own. */
export interface LanguagePreference {
  read(): Language | null;
  keep(choice: Language | null): void;
}

/** The language that this computer speaks to its person. */
export interface DeviceLanguage {
  readChoice(): Language | null;
  /** Keeps the choice and speaks it at once. @returns whether another language is spoken now */
  choose(choice: Language | null): Promise<boolean>;
  /**
   * Settles it for a person who is just arriving; their system counts where nothing was chosen.
   * @param wanted BCP 47 tags, best first
   */
  meet(wanted: readonly string[]): Promise<Language>;
}

/** @param onChange another language is spoken by a person's choice */
export function createDeviceLanguage(
  preference: LanguagePreference,
  onChange: () => void = () => undefined,
): DeviceLanguage {
  let system: readonly string[] = [];
  const settle = async (): Promise<Language> => {
    const language = preference.read() ?? pickLanguage(system);
    await speak(language);
    return language;
  };
  return {
    readChoice: preference.read,
    choose: async (choice) => {
      const before = readLanguage();
      preference.keep(choice);
      const isOther = (await settle()) !== before;
      if (isOther) onChange();
      return isOther;
    },
    meet: (wanted) => {
      system = wanted;
      return settle();
    },
  };
}

/** For a window whose choice need not outlive it. */
export function forgetfulLanguage(): DeviceLanguage {
  let choice: Language | null = null;
  return createDeviceLanguage({
    read: () => choice,
    keep: (next) => {
      choice = next;
    },
  });
}
