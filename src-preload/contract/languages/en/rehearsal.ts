import type { Dictionary } from '../dictionary.ts';

export const REHEARSAL_TEXTS = {
  '{{count}} lines, {{total}}_one': '1 line, {{total}}',
  '{{count}} pairs were found on both sides and need no write._one':
    '1 pair was found on both sides and needs no write.',
  'Both sides were looked at. {{count}} conflicts wait for your answer under Conflicts; everything else agrees._one':
    'Both sides were looked at. 1 conflict waits for your answer under Conflicts; everything else agrees.',
} as const satisfies Dictionary;
