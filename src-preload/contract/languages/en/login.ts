import type { Dictionary } from '../dictionary.ts';

export const LOGIN_TEXTS = {
  '{{now}}; ends in {{count}} days, connect again_one': '{{now}}; ends in 1 day, connect again',
} as const satisfies Dictionary;
