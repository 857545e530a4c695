import { afterEach, describe, expect, it, vi } from 'vitest';
import { DE } from '../../../src-preload/contract/languages/de/index.ts';
import { formatAgo, formatDuration, formatMoment } from '../../../src-renderer/components/moments.ts';
import { formatCount, formatMoney } from '../../../src-renderer/components/money.ts';
import { i18n } from '../../../src-renderer/i18n/i18n.ts';
import { setFormatLocale } from '../../../src-renderer/i18n/locale.ts';
import { cutAtTags } from '../../../src-renderer/i18n/tagged-text.ts';

/** 14:05 on the clock of whoever runs the test. */
const AFTERNOON_MS = new Date(2026, 2, 9, 14, 5).getTime();

async function speakGerman(): Promise<void> {
  i18n.addResourceBundle('de', 'translation', DE);
  await i18n.changeLanguage('de');
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('dates, times and figures', () => {
  afterEach(async () => {
    setFormatLocale(null);
    vi.unstubAllGlobals();
    await i18n.changeLanguage('en');
  });

  it('are in the window’s language', async () => {
    await speakGerman();
    expect(formatAgo(0, 5 * 60_000)).toBe('vor 5 Minuten');
    expect(formatAgo(0, 25 * 3_600_000)).toBe('gestern');
    expect(formatAgo(0, 1000)).toBe('gerade eben');
    expect(formatMoment(AFTERNOON_MS)).toBe('09.03.2026, 14:05');
    expect(plain(formatMoney(123_450, 'EUR'))).toBe('1.234,50 €');
    expect(formatCount(12_345)).toBe('12.345');
  });

  it('keep to the form of the computer’s country, where it speaks that language', async () => {
    vi.stubGlobal('navigator', { languages: ['fr-FR', 'en-GB', 'de-AT'] });
    expect(plain(formatMoment(AFTERNOON_MS))).toBe('9 Mar 2026, 14:05');
    await speakGerman();
    expect(formatMoment(new Date(2026, 0, 9, 14, 5).getTime())).toBe('09.01.2026, 14:05');
    expect(plain(formatMoney(123_450, 'EUR'))).toBe('€ 1.234,50');
  });

  it('of money and counts are in the merchant’s form, whatever the window speaks', async () => {
    await speakGerman();
    setFormatLocale('en-US');
    expect(formatMoney(123_450, 'USD')).toBe('$1,234.50');
    expect(formatCount(12_345)).toBe('12,345');
    expect(formatMoment(AFTERNOON_MS)).toBe('09.03.2026, 14:05');
  });

  it.each(['en_US', 'no such', ''])('of a merchant whose locale is "%s" are in the window’s', async (tag) => {
    await speakGerman();
    setFormatLocale(tag);
    expect(formatCount(12_345)).toBe('12.345');
    expect(formatMoney(500, '')).toBe('5,00');
  });

  it('of a duration need no more than two units', () => {
    expect([-3, 40, 720, 7200, 11_100].map(formatDuration)).toEqual([
      '0 s',
      '40 s',
      '12 min',
      '2 h',
      '3 h 5 min',
    ]);
  });
});

describe('a text with elements inside', () => {
  it('is cut where its tags stand', () => {
    expect(cutAtTags('<b>{{till}}</b> and {{store}}, since <ago/>.', { till: 'A', store: 'B' })).toEqual([
      { whole: '<b>A</b>', name: 'b', inside: 'A' },
      ' and B, since ',
      { whole: '<ago/>', name: 'ago', inside: null },
      '.',
    ]);
  });

  it('takes what looks like a tag in a name for text', () => {
    const name = '<b>Fish</b> & <ago/> {{b}}';
    expect(cutAtTags('<b>{{name}}</b>, {{name}}', { name })).toEqual([
      { whole: `<b>${name}</b>`, name: 'b', inside: name },
      `, ${name}`,
    ]);
  });
});
