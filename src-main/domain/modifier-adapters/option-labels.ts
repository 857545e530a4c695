import { readPlain } from './loose-values.ts';

/** Letters that WordPress spells out in a slug and that no normal form takes apart. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '×': 'x',
  '€': 'e',
};
/** A longer slug is cut, each letter beyond ASCII counting as its percent code. */
const LONGEST_SLUG = 200;
const LONGEST_LABEL = 255;

/** Names as the systems may keep them: no tags, single spaces, never empty. */
export function writeLabel(name: string, fallback: string): string {
  const plain = name.replaceAll('<', '‹').replaceAll('>', '›').replace(/\s+/g, ' ').trim();
  return cutLabel(plain).trimEnd() || fallback;
}

/**
 * Labels of one group, in order, with distinct slugs: options whose labels have the same slug are charged
 * together when one is ticked (modifiers.md 1.4). Later ones of a kind get a number.
 */
export function distinguishLabels(names: readonly string[]): readonly string[] {
  const labels = names.map((name) => writeLabel(name, 'Option'));
  const slugs = labels.map(slugLabel);
  const kept = new Set(slugs);
  if (kept.size === labels.length && !kept.has('')) return labels;
  const taken = new Set<string>(['']);
  return labels.map((label, at) => {
    let chosen = label;
    let slug = slugs[at] ?? '';
    for (let turn = 2; taken.has(slug); turn += 1) {
      // A long label's slug is cut before its end, so the number may have to stand in front.
      for (const candidate of [`${label} (${turn})`, `${turn}. ${label}`].map(cutLabel)) {
        const next = slugLabel(candidate);
        if (taken.has(next) || kept.has(next)) continue;
        chosen = candidate;
        slug = next;
        break;
      }
    }
    taken.add(slug);
    return chosen;
  });
}

const cutLabel = (label: string): string =>
  label.length > LONGEST_LABEL ? [...label].slice(0, LONGEST_LABEL).join('') : label;

/** As WordPress's `sanitize_title` sees a label, or coarser: what differs here differs there. */
export function slugLabel(label: string): string {
  const text = foldLabel(label).toLowerCase();
  if (/^[ -~]*$/.test(text)) return text.replace(/[^a-z0-9]/g, '').slice(0, LONGEST_SLUG);
  const spelled = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđðþı×€]/g, (letter) => SPELLED[letter] ?? letter)
    .replace(/[\p{P}\p{Z}\p{C}]|[!-/:-@[-`{-~]/gu, '');
  let slug = '';
  for (const letter of spelled) {
    const next = slug + (letter <= '~' ? letter : encodeURIComponent(letter));
    if (next.length > LONGEST_SLUG) break;
    slug = next;
  }
  return slug;
}

/** Most labels are as plain as this: nothing to decode or to fold. */
const PLAIN = /^[^\s<>&%]+(?: [^\s<>&%]+)*$/;

/** What two spellings of one label have in common: entities, tags, spaces and percent codes do not matter. */
export function foldLabel(label: unknown): string {
  if (typeof label === 'string' && PLAIN.test(label)) return label;
  return readPlain(label)
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/%[0-9a-f]{2}/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}
