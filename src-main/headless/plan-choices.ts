import type { CloverId, WooId } from '../domain/ids.ts';
import type { Choice } from '../domain/known-link.ts';
import type { Attempt, PlanSource } from '../engine/face.ts';
import { refuse } from './command.ts';
import type { FlagRule } from './command-rules.ts';
import type { Input } from './input.ts';

/** What a person decides about rows that a plan could not decide. */
export const CHOICE_FLAGS: Readonly<Record<string, FlagRule>> = {
  from: { takes: 'SIDE', meaning: 'clover: into the store only · woo: onto the till only · both' },
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

const SOURCES: Readonly<Record<string, PlanSource>> = { clover: 'till', woo: 'store', both: 'both' };

/** Whose things a plan is about; the till's where a person does not say. */
export function readSource(input: Input): Attempt<PlanSource> {
  const from = input.text('from') ?? 'clover';
  const source = SOURCES[from];
  return source
    ? { ok: true, value: source }
    : refuse('USE_BAD_VALUE', {
        name: '--from',
        why: `it takes clover, woo or both, not "${from}"`,
        how: 'Leave it out to bring the till’s items into the store.',
      });
}

/** The choices on a command line. */
export function readChoices(input: Input): Attempt<ReadonlyMap<CloverId, Choice>> {
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
