import type { CloverId, WooId } from '../domain/ids.ts';
import type { Choice } from '../domain/known-link.ts';
import type { Attempt } from '../engine/face.ts';
import { refuse } from './command.ts';
import type { FlagRule } from './command-rules.ts';
import type { Input } from './input.ts';

/** What a person decides about rows that a plan could not decide. */
export const CHOICE_FLAGS: Readonly<Record<string, FlagRule>> = {
  from: { takes: 'SIDE', meaning: 'where products come from; this version imports from the till (clover)' },
  link: {
    takes: 'CLOVERID=WOOID',
    meaning: 'this item and this product are the same; may be given again',
    isRepeatable: true,
  },
  create: {
    takes: 'CLOVERID',
    meaning: 'this item is a new product; may be given again',
    isRepeatable: true,
  },
};

const PAIR = /^([0-9A-Za-z]+)=([1-9]\d{0,15})$/;
const ITEM = /^[0-9A-Za-z]+$/;

/** The choices on a command line. Refuses a direction that this version does not have. */
export function readChoices(input: Input): Attempt<ReadonlyMap<CloverId, Choice>> {
  const from = input.text('from') ?? 'clover';
  if (from !== 'clover') {
    return refuse('USE_BAD_VALUE', {
      name: '--from',
      why: `this version imports from the till only, not from "${from}"`,
      how: 'Leave it out, or say --from clover.',
    });
  }
  const choices = new Map<CloverId, Choice>();
  for (const text of input.texts('link')) {
    const [, cloverId, wooId] = PAIR.exec(text) ?? [];
    if (cloverId === undefined || wooId === undefined) return refuseChoice('--link', text, 'CLOVERID=WOOID');
    choices.set(cloverId as CloverId, { link: Number(wooId) as WooId });
  }
  for (const text of input.texts('create')) {
    if (!ITEM.test(text)) return refuseChoice('--create', text, 'the id of an item');
    if (choices.has(text as CloverId))
      return refuseChoice('--create', text, 'items that are not linked at once');
    choices.set(text as CloverId, 'create');
  }
  return { ok: true, value: choices };
}

const refuseChoice = (name: string, text: string, takes: string) =>
  refuse('USE_BAD_VALUE', { name, why: `it takes ${takes}, not "${text}"` });
