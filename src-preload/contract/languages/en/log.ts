import type { Dictionary } from '../dictionary.ts';

export const LOG_TEXTS = {
  '{{number}} kinds of entries_one': '1 kind of entry',
  '{{number}} entries_one': '1 entry',
} as const satisfies Dictionary;
