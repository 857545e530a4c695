import { readMinorDigits } from '../domain/money.ts';
import type { Attempt } from '../engine/face.ts';
import { refuse } from './command.ts';
import type { FlagRule } from './command-rules.ts';
import type { Input } from './input.ts';
import { missArgument, refuseFlag } from './parse-input.ts';

export type Side = 'till' | 'store';

/** What one act of the staff takes. */
interface StaffVerb {
  /** What it is done to; the side's products when left out, and nothing but the side itself where `null`. */
  readonly to?: 'order' | null;
  readonly takesCount?: boolean;
  readonly flags?: readonly string[];
  /** At least one of its flags. */
  readonly needsFlag?: boolean;
  /** This flag above all. */
  readonly needs?: string;
}

const VERBS: Readonly<Record<Side, Readonly<Record<string, StaffVerb>>>> = {
  till: {
    sell: { flags: ['quantity'] },
    refund: { flags: ['quantity'] },
    edit: { flags: ['name', 'price', 'sku', 'hidden', 'available'], needsFlag: true },
    recount: { takesCount: true },
    add: { flags: ['price'], needs: 'price' },
    remove: {},
    pay: { to: 'order' },
    fulfil: { to: 'order' },
    cancel: { to: 'order' },
    'refund-order': { to: 'order' },
    jam: { to: null },
    clear: { to: null },
  },
  store: {
    buy: { flags: ['quantity'] },
    edit: { flags: ['name', 'price', 'sku', 'status'], needsFlag: true },
    recount: { takesCount: true },
    add: { flags: ['price', 'sku'], needs: 'price' },
    trash: {},
    lock: {},
    unlock: {},
    'order-random': { to: null },
    cancel: { to: 'order' },
    fulfil: { to: 'order' },
    refund: { to: 'order' },
  },
};

const SWITCH = ['on', 'off'] as const;
const QUANTITY = { takes: 'N', meaning: 'how many; 1 when left out', least: 1 };
const PRICE = { takes: 'PRICE', meaning: 'the new price, such as 4.50' };
const NAME = { takes: 'NAME', meaning: 'the new name' };
const SKU = { takes: 'SKU', meaning: 'the new SKU' };

export const STAFF_FLAGS: Readonly<Record<Side, Readonly<Record<string, FlagRule>>>> = {
  till: {
    quantity: QUANTITY,
    price: PRICE,
    name: NAME,
    sku: SKU,
    hidden: { takes: 'SWITCH', meaning: 'whether it is hidden', choices: SWITCH },
    available: { takes: 'SWITCH', meaning: 'whether it can be sold', choices: SWITCH },
  },
  store: {
    quantity: QUANTITY,
    price: PRICE,
    name: NAME,
    sku: SKU,
    status: {
      takes: 'STATUS',
      meaning: 'whether it is shown',
      choices: ['publish', 'draft', 'pending', 'private'],
    },
  },
};

export const listVerbs = (side: Side): string[] => Object.keys(VERBS[side]);

/** A staff desk's command. */
export type StaffOrder = Readonly<
  Record<string, string | number | boolean | readonly Readonly<Record<string, unknown>>[]>
>;

/**
 * What the staff is to do, in the form their desk takes.
 * @param currency of the till, whose prices are whole minor units; the store takes decimals as text
 */
export function readOrder(side: Side, input: Input, currency: string): Attempt<StaffOrder> {
  const verb = input.argument('VERB') ?? '';
  const rule = VERBS[side][verb] ?? {};
  const allowed = rule.flags ?? [];
  const given = Object.keys(STAFF_FLAGS[side]).filter((flag) => input.has(flag));
  const foreign = given.find((flag) => !allowed.includes(flag));
  if (foreign !== undefined)
    return refuseFlag({ ...input.command, name: `${input.command.name} ${verb}` }, `--${foreign}`, allowed);
  if (rule.needsFlag && given.length === 0) {
    return missArgument(
      input.command,
      `one of ${allowed.map((flag) => `--${flag}`).join(', ')} for "${verb}"`,
    );
  }
  if (rule.needs !== undefined && !given.includes(rule.needs))
    return missArgument(input.command, `--${rule.needs} for "${verb}"`);
  const count = readCount(input, rule.takesCount ?? false);
  if (!count.ok) return count;
  const fields = readFields(side, given, input, currency);
  if (!fields.ok) return fields;
  const target = readTarget(side, verb, rule, input);
  if (!target.ok) return target;
  const quantity = allowed.includes('quantity') ? { quantity: input.count('quantity') ?? 1 } : {};
  return { ok: true, value: { verb, ...target.value, ...quantity, ...count.value, ...fields.value } };
}

/** What it is done to, by the name that the desk has for it. */
function readTarget(side: Side, verb: string, rule: StaffVerb, input: Input): Attempt<StaffOrder> {
  const text = input.argument('ITEM');
  if (rule.to === null) {
    if (text === null) return { ok: true, value: {} };
    return refuse('USE_BAD_VALUE', { name: `"${text}"`, why: `"${verb}" has no place for it` });
  }
  const what = rule.to ?? (verb === 'add' ? 'name' : side === 'till' ? 'item' : 'product');
  if (text === null || text === '') return missArgument(input.command, what);
  return { ok: true, value: { [what]: text } };
}

function readCount(input: Input, isTaken: boolean): Attempt<StaffOrder> {
  const text = input.argument('N');
  if (!isTaken) {
    if (text === null) return { ok: true, value: {} };
    return refuse('USE_BAD_VALUE', {
      name: `"${text}"`,
      why: `"${input.argument('VERB')}" has no place for it`,
    });
  }
  if (text === null) return missArgument(input.command, 'N, the count');
  if (/^-?\d{1,9}(\.\d{1,3})?$/.test(text)) return { ok: true, value: { quantity: Number(text) } };
  return refuse('USE_BAD_VALUE', { name: 'N', why: `it takes a number, not "${text}"` });
}

function readFields(
  side: Side,
  given: readonly string[],
  input: Input,
  currency: string,
): Attempt<StaffOrder> {
  const fields: Record<string, string | number | boolean> = {};
  for (const flag of given) {
    const text = input.text(flag) ?? '';
    if (flag === 'price') {
      const price = readPrice(text, side, currency);
      if (price === null)
        return refuse('USE_BAD_VALUE', {
          name: '--price',
          why: `it takes a price such as 4.50, not "${text}"`,
        });
      fields.price = price;
    } else if (flag === 'hidden' || flag === 'available') {
      fields[flag] = text === 'on';
    } else if (flag !== 'quantity') {
      fields[flag] = text;
    }
  }
  return { ok: true, value: fields };
}

function readPrice(text: string, side: Side, currency: string): string | number | null {
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(text)) return null;
  if (side === 'store') return text;
  const digits = readMinorDigits(currency);
  const [whole = '', fraction = ''] = text.split('.');
  return fraction.length > digits ? null : Number(whole + fraction.padEnd(digits, '0'));
}
