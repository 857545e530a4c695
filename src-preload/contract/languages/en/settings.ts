import type { Dictionary } from '../dictionary.ts';

export const SETTINGS_TEXTS = {
  '{{number}} links were forgotten._one': '1 link was forgotten.',
  'Forget all {{number}} links?_one': 'Forget the one link?',
} as const satisfies Dictionary;
