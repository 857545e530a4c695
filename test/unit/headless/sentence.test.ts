import { describe, expect, it } from 'vitest';
import { fillSentence } from '../../../src-preload/contract/sentence.ts';

describe('a sentence', () => {
  it('takes facts, and has words for those that are not known', () => {
    const template = 'No answer from {host|the other side}.';
    expect(fillSentence(template, { host: 'shop.example' })).toBe('No answer from shop.example.');
    expect(fillSentence(template, {})).toBe('No answer from the other side.');
    expect(fillSentence(template, { host: '' })).toBe('No answer from the other side.');
  });

  it('leaves out what hangs on an unknown fact', () => {
    const template = 'It failed[ (answer {status})][: {message}].';
    expect(fillSentence(template, { status: 500 })).toBe('It failed (answer 500).');
    expect(fillSentence(template, {})).toBe('It failed.');
  });

  it('writes counts with separators and leaves out those of nothing', () => {
    const template = 'Too much[; prices: {#prices}][; stocks: {#stocks}].';
    expect(fillSentence(template, { prices: 12345, stocks: 0 })).toBe('Too much; prices: 12,345.');
    expect(fillSentence('Process {pid}.', { pid: 12345 })).toBe('Process 12345.');
  });

  it('ends once where what a service said has a full stop of its own', () => {
    const template = 'The store refused this: {message}.';
    expect(fillSentence(template, { message: 'It is locked.' })).toBe(
      'The store refused this: It is locked.',
    );
    expect(fillSentence(template, { message: 'Really?' })).toBe('The store refused this: Really?');
    expect(fillSentence(template, { message: 'Wait...' })).toBe('The store refused this: Wait...');
  });

  it('takes a fact as it is, braces and all', () => {
    expect(fillSentence('Called "{name}".', { name: '{host} [x] $& $1' })).toBe('Called "{host} [x] $& $1".');
    expect(fillSentence('Says[ "{name}"].', { name: '{host}[x]' })).toBe('Says "{host}[x]".');
  });
});
