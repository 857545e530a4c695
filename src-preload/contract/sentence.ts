/** What fills a sentence: names, hosts, numbers; never a secret. */
export type Facts = Readonly<Record<string, string | number>>;

/** What happened and what it means, and the one thing to do about it. */
export interface Sentence {
  readonly says: string;
  readonly next: string;
}

/** How a sentence is said in a language. */
export interface Wording {
  /** A text out of a table of the contract, in that language. */
  tell(text: string): string;
  /** BCP 47; counts are written so. */
  readonly language: string;
}

export const ENGLISH_WORDING: Wording = { tell: (text) => text, language: 'en' };

const GROUP = /\[([^\]]*)\]/g;
const FACT = /\{(#?)([A-Za-z]+)(?:\|([^}]*))?\}/g;

/**
 * Fills a sentence's template. `{host}` is a fact, `{host|the other side}` has words for when it is not known,
 * `{#rows}` is a count with thousands separators, and `[ at {host}]` is left out when a fact in it is unknown
 * or a count in it is 0. A fact that has neither words nor brackets and is unknown leaves nothing behind.
 * @param language BCP 47; counts are written so
 */
export function fillSentence(template: string, facts: Facts, language = 'en'): string {
  const grouped = template.replace(GROUP, (_whole, group: string) => (isTold(group, facts) ? group : ''));
  const filled = grouped.replace(FACT, (_whole, count: string, name: string, otherwise?: string) =>
    isKnown(facts, name) ? formatFact(facts[name] ?? '', count === '' ? null : language) : (otherwise ?? ''),
  );
  // What a service said often ends with a full stop of its own.
  return filled.replace(/(?<=[^.]|\.\.)([.!?])\.(?=\s|$)/g, '$1');
}

function isTold(group: string, facts: Facts): boolean {
  for (const [, count, name = ''] of group.matchAll(FACT)) {
    if (!isKnown(facts, name) || (count !== '' && facts[name] === 0)) return false;
  }
  return true;
}

const isKnown = (facts: Facts, name: string): boolean => Object.hasOwn(facts, name) && facts[name] !== '';

const formatFact = (fact: string | number, language: string | null): string =>
  language !== null && typeof fact === 'number' ? new Intl.NumberFormat(language).format(fact) : String(fact);
