import { describe, expect, it } from 'vitest';
import {
  cleanText,
  cutText,
  measureWidth,
  padText,
} from '../../../src-main/headless/terminal/display-width.ts';
import {
  createMoneyFormat,
  formatCount,
  formatDuration,
  formatPieces,
  formatRate,
} from '../../../src-main/headless/terminal/figures.ts';
import { createPalette, hasColours } from '../../../src-main/headless/terminal/palette.ts';
import { layOutTable } from '../../../src-main/headless/terminal/table.ts';
import { createFakeScreen } from './fake-surroundings.ts';

describe('text on a terminal', () => {
  it('is measured in columns, whatever its script and colours', () => {
    const paint = createPalette(true);
    expect(measureWidth('Caffè')).toBe(5);
    expect(measureWidth('Caffe\u0300')).toBe(5);
    expect(measureWidth('寿司')).toBe(4);
    expect(measureWidth('🍕')).toBe(2);
    expect(measureWidth(paint.red('red'))).toBe(3);
  });

  it('is cut and filled to a width', () => {
    expect(cutText('Margherita', 10)).toBe('Margherita');
    expect(cutText('Margherita', 6)).toBe('Margh…');
    expect(measureWidth(cutText('寿司寿司', 6))).toBeLessThanOrEqual(6);
    expect(padText('7', 3, 'right')).toBe('  7');
    expect(padText('寿', 4)).toBe('寿  ');
  });

  it('of a till or a store cannot steer the terminal', () => {
    expect(cleanText('\u001b[31mRed\u001b[0m\u0007 wine\r\nIgnore\u202Eecirp')).toBe(
      'Red  wine  Ignore ecirp',
    );
    expect(cleanText('Jalapeño & Crème 寿司')).toBe('Jalapeño & Crème 寿司');
  });

  it('stands in columns, numbers to the right', () => {
    expect(
      layOutTable(
        [{ title: 'Name' }, { title: 'Count', side: 'right' }],
        [
          ['Latte', '5'],
          ['Tea', '1,234'],
        ],
      ),
    ).toEqual(['Name   Count', 'Latte      5', 'Tea    1,234']);
  });

  it('has colours only on a terminal that wants them', () => {
    const terminal = createFakeScreen(true);
    expect(hasColours(terminal, {})).toBe(true);
    expect(hasColours(terminal, { NO_COLOR: '1' })).toBe(false);
    expect(hasColours(terminal, { NO_COLOR: '' })).toBe(true);
    expect(hasColours(terminal, { TERM: 'dumb' })).toBe(false);
    expect(hasColours(createFakeScreen(false), {})).toBe(false);
    expect(createPalette(false).red('plain')).toBe('plain');
  });
});

describe('figures', () => {
  it('have thousands separators and fitting nouns', () => {
    expect(formatCount(1234567)).toBe('1,234,567');
    expect(formatPieces(1, 'category', 'categories')).toBe('1 category');
    expect(formatPieces(1200, 'item')).toBe('1,200 items');
    expect(formatRate(3.25)).toBe('3.3');
    expect(formatRate(1234.5)).toBe('1,235');
  });

  it.each([
    [0, '0.1 s'],
    [1240, '1.2 s'],
    [12_400, '12 s'],
    [65_000, '1 min 05 s'],
    [3_600_000 * 2 + 60_000 * 5, '2 h 05 min'],
  ])('%i milliseconds are %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });

  it('money has the decimals of its currency', () => {
    expect(createMoneyFormat('USD')(450)).toBe('$4.50');
    expect(createMoneyFormat('JPY')(450)).toBe('¥450');
    expect(createMoneyFormat('KWD')(4500)).toMatch(/4\.500/);
    expect(createMoneyFormat(null)(4500)).toBe('4,500');
  });
});
