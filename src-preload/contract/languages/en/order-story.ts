import type { Dictionary } from '../dictionary.ts';

export const ORDER_STORY_TEXTS = {
  '{{step}} with {{count}} lines, in words._one': '{{step}} with 1 line, in words.',
  '{{step}} with {{count}} lines._one': '{{step}} with 1 line.',
} as const satisfies Dictionary;
