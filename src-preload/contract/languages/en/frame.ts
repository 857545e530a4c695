import type { Dictionary } from '../dictionary.ts';

export const FRAME_TEXTS = {
  '{{count}} changes wait._one': '{{count}} change waits.',
  '{{count}} changes wait, the oldest for {{duration}}._one': '{{count}} change waits, for {{duration}}.',
} as const satisfies Dictionary;
