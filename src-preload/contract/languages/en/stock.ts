import type { Dictionary } from '../dictionary.ts';

export const STOCK_TEXTS = {
  '{{count, number}} were brought in step._one': '1 was brought in step.',
  '{{count, number}} values differ_one': '1 value differs',
  '{{count, number}} values differ on purpose: a pin, a setting, or what you left so._one':
    '1 value differs on purpose: a pin, a setting, or what you left so.',
  '{{count, number}} pieces were sold that were not there._one': '1 piece was sold that was not there.',
  '{{number}} pieces_one': '{{number}} piece',
} as const satisfies Dictionary;
