import type { Dictionary } from '../dictionary.ts';

export const COMPONENTS_TEXTS = {
  '{{count}} found_one': '{{count}} found',
  '{{number}} rows_one': '{{number}} row',
} as const satisfies Dictionary;
