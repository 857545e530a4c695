import { describe, expect, it } from 'vitest';
import { FACT_WORDS, tellFact } from '../../src-preload/contract/fact-words.ts';
import { listFiles } from '../support/source-files.ts';

const SOURCES = listFiles('src-main/**/*.ts')
  .map(({ text }) => text)
  .join('\n');
const GERMAN = { tell: (text: string): string => `de: ${text}`, language: 'de' };

describe('our own words among a failure’s facts', () => {
  it.each(FACT_WORDS)('are those that the sources have: %s', (words) => {
    // Names and figures stand in the sources in other braces, or are joined.
    const parts = words.split(/\{\w+\}/).filter((part) => /\p{L}{3}/u.test(part));
    expect(parts.filter((part) => !SOURCES.includes(part.trim()))).toEqual([]);
  });

  it('take a name or a figure over as it is', () => {
    expect(tellFact('what', 'the undo of run 12', GERMAN)).toBe('de: the undo of run 12');
    expect(tellFact('holder', 'with the command "run {run} $1"', GERMAN)).toBe(
      'de: with the command "run {run} $1"',
    );
    expect(tellFact('product', 'open', GERMAN)).toBe('open');
  });
});
