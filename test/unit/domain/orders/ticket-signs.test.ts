import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { losesSigns, spellSigns } from '../../../../src-main/domain/orders/ticket-signs.ts';

describe('signs that the till keeps a question mark of', () => {
  it.each([
    ['Danke 😀!', 'Danke!'],
    ['😀 Grüße an die Küche 👍🏽', 'Grüße an die Küche'],
    ['call 😀 me', 'call me'],
    ['hi😀there', 'hithere'],
    ['no 🥜🥜 please', 'no [peanuts x 2] please'],
    ['🚫 🥜, bitte (🌶️)', '[no] [peanuts], bitte ([chili])'],
    ['No onions 🧅, and 🧅 rings extra', 'No onions, and [onion] rings extra'],
    ['extra🧀\nund 👩‍🍳🙅‍♀️ Gruß', 'extra [cheese]\nund [egg] Gruß'],
    ['𝓜𝓪𝓻𝓲𝓪 Rossi 🇮🇹', 'Maria Rossi'],
    ['👨‍👩‍👧‍👦', ''],
  ])('"%s" is told as "%s"', (text, told) => {
    expect(spellSigns(text)).toBe(told);
  });

  it('and nothing else of a text changes: accents, quotes, signs of the basic plane', () => {
    const plain = 'Crème brûlée “à point” ❤ ½ 日本語  <b>&%?  ';
    expect(spellSigns(plain)).toBe(plain);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const told = spellSigns(text);
        expect(told).not.toMatch(/[\u{10000}-\u{10FFFF}]/u);
        const kept = (one: string) => one.normalize('NFKC').match(/[a-z0-9äöüé]/gi)?.length ?? 0;
        expect(kept(told)).toBeGreaterThanOrEqual(kept(text.replace(/[\u{10000}-\u{10FFFF}]/gu, '')));
      }),
      { numRuns: 2000 },
    );
  });

  it('are told of only where something is lost that no word stands for', () => {
    expect(['Danke 😀', '🇮🇹', '𠮷田'].map(losesSigns)).toEqual([true, true, true]);
    expect(['no 🥜', '🌶️🌶️', '𝓜aria', 'Crème ❤'].map(losesSigns)).toEqual([false, false, false, false]);
  });
});
