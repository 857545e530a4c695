import { isRow, readPlain } from '../../modifier-adapters/loose-values.ts';

/** A longer text is no name of anything: it is kept as it is, since taking tags out of it may take long. */
const LONGEST_MARKUP = 4_000;

/** WooCommerce spells these currency signs with names, all others with numbers. */
const SIGNS: Readonly<Record<string, string>> = { euro: '€', pound: '£', yen: '¥', fnof: 'ƒ', cent: '¢' };

/** Any value as plain text: entities decoded, tags gone. Of lists and objects all that stands in them. */
export function readText(value: unknown): string {
  const text = flattenValue(value);
  if (text.length > LONGEST_MARKUP) return text.trim();
  return readPlain(text).replace(
    /&(euro|pound|yen|fnof|cent);/g,
    (whole, name: string) => SIGNS[name] ?? whole,
  );
}

/** Without recursion: what a plugin keeps may be nested deeper than a call stack. */
function flattenValue(value: unknown): string {
  const parts: string[] = [];
  const open: { readonly name: string; readonly value: unknown }[] = [{ name: '', value }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { name, value: inner } = next;
    if (typeof inner === 'object' && inner !== null) {
      if (name !== '') parts.push(`${name}:`);
      const entries = Array.isArray(inner)
        ? inner.map((entry) => ['', entry] as const)
        : Object.entries(inner);
      for (const [key, entry] of entries.reverse()) open.push({ name: key, value: entry });
    } else {
      const leaf = inner === null || inner === undefined ? '' : String(inner);
      const part = [name, leaf].filter((text) => text !== '').join(': ');
      if (part !== '') parts.push(part);
    }
  }
  return parts.join(', ');
}

/** What a JSON text says, encoded twice too; any other value, and a text that is no JSON, as it is. */
export function readJson(value: unknown): unknown {
  let read = value;
  for (let pass = 0; pass < 2 && typeof read === 'string' && /^\s*(?:[[{"]|null\s*$)/.test(read); pass += 1) {
    try {
      read = JSON.parse(read);
    } catch (error) {
      if (error instanceof SyntaxError) return read;
      throw error;
    }
  }
  return read;
}

/** The entries of a list or of an object that PHP made of one. */
export function listEntries(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/**
 * The entries that a plugin keeps in a list, whatever became of the list.
 * @param mark a name that an entry has: an object with it is one entry, standing alone
 */
export function listKept(value: unknown, mark: string): readonly unknown[] {
  if (isRow(value) && mark in value) return [value];
  return typeof value === 'object' ? listEntries(value) : [value];
}
