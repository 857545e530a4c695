import type { Dictionary } from '../dictionary.ts';

/** What English says differently for one. */
export const SUPPORT_TEXTS = {
  'At work, started anew {{count}} times since the program began_one':
    'At work, started anew once since the program began',
} as const satisfies Dictionary;
