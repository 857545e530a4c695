import { FIELD_WORDS } from './reasons.ts';
import type { Wording } from './sentence.ts';

// Facts of failures are names and figures; a few are words of our own, and have to be said in the person's language.

/** Words that stand in facts as they are, or with names and figures in `{braces}`. */
export const FACT_WORDS = [
  'the till',
  'the store',
  'include tax',
  'are without tax',
  'the mail server',
  'the address that gets it',
  'the sender’s address',
  'the address {address}',
  'The field',
  'The price',
  'it takes a price such as 4.50',
  'item group',
  'it belongs to another program',
  'it is the 13 letters and digits that Clover gave the app',
  'in its window',
  'in its browser window',
  'Do it in that window, or quit Tillbridge there and try again.',
  'with the command "{command}"',
  'Stop that one (Ctrl-C where it runs), do this, then start it again: it goes on where it was.',
  'Wait until that one has ended, then try again.',
  'a change of the relay',
  'a change of the connections',
  'the start of the practice servers',
  'a sync',
  'a comparison of both sides',
  'a plan',
  'run {run}',
  'the undo of run {run}',
  'less than a day',
  '1 day',
  '{days} days',
  'Product Add-Ons and WooCommerce Food are both active and would show every choice twice: choose one in the settings. Until then modifiers are only kept with the product.',
  'The settings say that no add-on plugin is filled, so modifiers are only kept with the product: change them on the till.',
  'The settings choose {system}, which is not active in the store: activate it there, or choose another. Until then modifiers are only kept with the product.',
  'Product Add-Ons {version} gives groups new numbers whenever a product is saved, so changes cannot be followed: update it to 6.8.3 or newer, or change modifiers on the till.',
  'the app was uninstalled, its access was changed, or it was not used for too long',
  'an answer of Clover was lost on the way, and the token in it is good only once',
  'Clover gave nothing to renew it with',
  'The store has no add-on plugin that Tillbridge can fill, so modifiers are only kept with the product: change them on the till.',
] as const;

/** Where an order, a payment or a run stands; only facts of these names hold such a word. */
export const STATE_WORDS = [
  'open',
  'paid',
  'fulfilled',
  'pending',
  'processing',
  'on-hold',
  'completed',
  'cancelled',
  'refunded',
  'failed',
  'trash',
  'planning',
  'planned',
  'applying',
  'done',
  'stopped',
  'superseded',
] as const;
/** One word means other things elsewhere: in dictionaries a state has this behind it. */
export const STATE_CONTEXT = 'state';
const STATES: ReadonlySet<string> = new Set(STATE_WORDS);
const STATE_FACTS: ReadonlySet<string> = new Set(['status', 'store', 'till', 'paid', 'state']);

const BRACES = /\{(\w+)\}/g;
const PATTERNS = FACT_WORDS.map((words) => ({
  words,
  names: [...words.matchAll(BRACES)].map(([, name = '']) => name),
  pattern: new RegExp(`^${words.split(BRACES).map(escapeOdd).join('')}$`),
}));

/** A fact in the person's language: our own words are translated, everything else is left as it is. */
export function tellFact(name: string, fact: string, { tell, language }: Wording): string {
  if (language === 'en') return fact;
  if (STATE_FACTS.has(name) && STATES.has(fact)) return tell(`${fact}_${STATE_CONTEXT}`);
  if (name === 'field' && Object.hasOwn(FIELD_WORDS, fact))
    return tell(FIELD_WORDS[fact as keyof typeof FIELD_WORDS]);
  for (const { words, names, pattern } of PATTERNS) {
    const found = pattern.exec(fact);
    if (!found) continue;
    const values = Object.fromEntries(names.map((value, at) => [value, found[at + 1] ?? '']));
    return tell(words).replace(BRACES, (_whole, value: string) => values[value] ?? '');
  }
  return fact;
}

/** Splitting at braces leaves text and names in turn: a text is taken literally, a name is anything. */
function escapeOdd(part: string, at: number): string {
  return at % 2 === 1 ? '(.+)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
