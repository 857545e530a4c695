import type { Dictionary } from '../dictionary.ts';

export const HOME_TEXTS = {
  'A plan with {{count}} changes waits for your approval._one':
    'A plan with {{count}} change waits for your approval.',
  '{{count}} products differ between till and store, and were left as they are. All others are in step._one':
    '{{count}} product differs between till and store, and was left as it is. All others are in step.',
  '{{count}} products could not be brought in step._one': '{{count}} product could not be brought in step.',
  '{{count}} products were sold more often than there were pieces._one':
    '{{count}} product was sold more often than there were pieces.',
  '{{count}} fields were changed on both sides in different ways._one':
    '{{count}} field was changed on both sides in different ways.',
  '{{count}} products are low on stock_one': '{{count}} product is low on stock',
  '{{count}} products are out of stock_one': '{{count}} product is out of stock',
  '{{count}} are low_one': '{{count}} is low',
  '{{number}} changes_one': '{{number}} change',
  '{{number}} changes, the oldest for {{duration}}_one': '{{number}} change, the oldest for {{duration}}',
  '{{number}} ask you_one': '{{number}} asks you',
  '{{number}} wait_one': '{{number}} wait',
} as const satisfies Dictionary;
