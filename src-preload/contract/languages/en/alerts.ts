import type { Dictionary } from '../dictionary.ts';

export const ALERTS_TEXTS = {
  '{{count}} things happened while it was quiet_one': '1 thing happened while it was quiet',
  '{{count}} web orders did not reach the till_one': '1 web order did not reach the till',
  '{{count}} tickets were not printed_one': '1 ticket was not printed',
  '{{count}} things could not be brought in step_one': '1 thing could not be brought in step',
  '{{count}} things are missing for the sync_one': '1 thing is missing for the sync',
  '{{count}} alerts of odd prices_one': '1 alert of odd prices',
  '{{count}} imports need you_one': '1 import needs you',
  '{{count}} weekly reports are ready_one': '1 weekly report is ready',
  '{{count}} conflicts wait for you._one': '1 conflict waits for you.',
  'The week’s check: {{count}} values differ among {{products}} products, and will be put right now._one':
    'The week’s check: 1 value differs among {{products}} products, and will be put right now.',
  '{{count}} conflicts wait for you_one': '1 conflict waits for you',
  '{{count}} changes were refused_one': '1 change was refused',
  '{{count}} differences stay as you wanted them_one': '1 difference stays as you wanted it',
  '{{count}} products were refused in the undo._one': '1 product was refused in the undo.',
  '{{count}} products were refused in the import._one': '1 product was refused in the import.',
} as const satisfies Dictionary;
