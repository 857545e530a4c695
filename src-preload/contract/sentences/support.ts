import type { Sentence } from '../sentence.ts';

/** After failures of the program itself. */
export const SUPPORT_SENTENCES = {
  SAFE_MODE: {
    says: 'Tillbridge is in safe mode: everything can be read, and nothing is written to the till or to the store.',
    next: 'Press "Try again" above. If safe mode comes back, save the diagnostics and send them to support.',
  },
  ENGINE_STOPPED: {
    says: 'Tillbridge failed again and again, and stopped. Nothing is lost: it goes on from what is on the disk.',
    next: 'Quit Tillbridge and start it again; if that does not help, send the diagnostics to support.',
  },
  ENGINE_RENEWED: {
    says: 'Tillbridge started its engine anew while this was under way, so it is not known whether it was done.',
    next: 'Look whether it was done; if not, do it again.',
  },
  ERASE_BY_COMMAND: {
    says: 'This window shows an engine that another program has started, so it cannot be closed and erased from here.',
    next: 'End that program, then use the command "erase".',
  },
} as const satisfies Record<string, Sentence>;
