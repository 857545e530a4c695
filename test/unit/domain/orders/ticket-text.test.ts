import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWooId } from '../../../../src-main/domain/ids.ts';
import { makeReference } from '../../../../src-main/domain/orders/ticket-reference.ts';
import { splitAmount, sumShares } from '../../../../src-main/domain/orders/ticket-shares.ts';
import { cleanLine, cleanText, cutText, splitText } from '../../../../src-main/domain/orders/ticket-text.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('texts for the till', () => {
  it('are cut between characters, never in an emoji or before an accent', () => {
    expect(cutText(`Pizza ${FAMILY}${FAMILY}`, 10)).toBe('Pizza…');
    expect(cutText(`ab${FAMILY}cd`, 15)).toBe(`ab${FAMILY}cd`);
    expect(cutText('Cafe\u0301s', 5)).toBe('Caf…');
    expect(cutText('short', 5)).toBe('short');
  });

  it('lose control characters and halves of characters, and have a word for an emoji or none', () => {
    expect(cleanLine('\u0007No\u0000 \ud83donions\r\n\tplease 🌶️\u202e 😀')).toBe('No onions please [chili]');
    expect(cleanText(' a \r\n\r\n b\u2028c ')).toBe('a\nb\nc');
  });

  it('keep every word when they are split, in pieces that fit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.integer({ min: 20, max: 127 }),
        (text, limit) => {
          const clean = cleanText(text);
          const pieces = splitText(clean, limit);
          expect(pieces.every((piece) => piece.length <= limit && piece.length > 0)).toBe(true);
          expect(pieces.join('').replace(/\s/g, '')).toBe(clean.replace(/\s/g, ''));
          expect(cutText(clean, limit).length).toBeLessThanOrEqual(limit);
          expect(cutText(clean, limit)).not.toMatch(/\p{Cs}/u);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('shares', () => {
  it('always sum to the amount, differ by a cent at most, and can be summed without being made', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 1, max: 300 }),
        (amount, parts) => {
          const shares = splitAmount(amount, parts);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
          const kept = Math.floor(parts / 2);
          expect(sumShares(amount, parts, kept)).toBe(
            shares.slice(0, kept).reduce((sum, share) => sum + share, 0),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a reference', () => {
  it('has 12 characters and belongs to one order and attempt', () => {
    const made = new Set<string>();
    for (let order = 1; order <= 3000; order++) {
      for (let attempt = 0; attempt < 6; attempt++)
        made.add(makeReference(asWooId(order * 37), attempt, 'shop'));
    }
    expect(made.size).toBe(18_000);
    expect([...made].every((reference) => /^[0-9A-Z]{12}$/.test(reference))).toBe(true);
  });

  it('is another for another shop on the same till', () => {
    expect(makeReference(asWooId(5), 0, 'a')).not.toBe(makeReference(asWooId(5), 0, 'b'));
  });

  it('is refused rather than shared when an attempt does not fit', () => {
    expect(() => makeReference(asWooId(5), 1296, 'a')).toThrow(RangeError);
    expect(makeReference(asWooId(5), 1295, 'a')).toHaveLength(12);
  });
});
