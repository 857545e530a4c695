import type { Sentence } from '../sentence.ts';

/** Between the window and the engine. */
export const WINDOW_SENTENCES = {
  IPC_REFUSED_CALLER: {
    says: 'Something other than the Tillbridge window asked for this, and was refused.',
    next: 'Close this page and open the window from Tillbridge again.',
  },
  IPC_UNKNOWN_CHANNEL: {
    says: 'The window asked for something that this Tillbridge does not know[ ("{channel}")].',
    next: 'Reload the window; it may be older than the program.',
  },
  IPC_BAD_PAYLOAD: {
    says: 'The window sent something that does not fit[ "{channel}"][: {why}]. Nothing was changed.',
    next: 'Check what was entered; if it is right, reload the window.',
  },
  PRACTICE_REAL_DATA: {
    says: 'A real till or store is connected or has linked products here, and practice must not mix with them.',
    next: 'Practise with a data folder of its own, or disconnect both sides and forget the links first.',
  },
} as const satisfies Record<string, Sentence>;
