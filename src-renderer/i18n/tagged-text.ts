import { i18n, language, type Values } from './i18n.ts';

/** A part of a text that stands in a tag: `<b>inside</b>`, or `<ago/>`, which has nothing inside. */
export interface TaggedPart {
  /** As it is written, for a tag that nobody knows. */
  readonly whole: string;
  readonly name: string;
  readonly inside: string | null;
}

const TAG = /<(\w+)(?:\s*\/>|>(.*?)<\/\1>)/gs;

/**
 * The text in the window's language, cut at its tags. It is cut before it is filled, so a `<` in a product's name is no
 * tag.
 * @param text in English
 */
export function cutAtTags(text: string, values: Values): readonly (string | TaggedPart)[] {
  const said = i18n.t(text, { ...values, skipInterpolation: true });
  const fill = (part: string): string => i18n.services.interpolator.interpolate(part, values, language(), {});
  const parts: (string | TaggedPart)[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: inside, index } of said.matchAll(TAG)) {
    parts.push(fill(said.slice(end, index)));
    parts.push({ whole: fill(whole), name, inside: inside === undefined ? null : fill(inside) });
    end = index + whole.length;
  }
  return [...parts, fill(said.slice(end))].filter((part) => part !== '');
}
