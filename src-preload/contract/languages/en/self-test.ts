import type { Dictionary } from '../dictionary.ts';

export const SELF_TEST_TEXTS = {
  '{{count}} values differ_one': '1 value differs',
  '{{count}} things need you._one': '1 thing needs you.',
} as const satisfies Dictionary;
