import { describe, expect, it } from 'vitest';
import { number, whole } from '../../../src-main/domain/setting-definition.ts';

describe('a number in the settings', () => {
  it('is taken as people write it, and kept in one form', () => {
    const { accept } = number(0, -50, 50, 'The markup.');
    expect(['10', ' 10 % ', '2,5', '-3.125', '10%'].map(accept)).toEqual(['10', '10', '2.5', '-3.125', '10']);
    for (const wrong of ['ten', '1,234.5', '51', '1e1', '%', '']) expect(accept(wrong), wrong).toBeNull();
  });

  it('that must be whole has no decimals', () => {
    const { accept } = whole(10, 1, 100, 'Minutes.');
    expect(accept('20 %')).toBe('20');
    expect(accept('2,5')).toBeNull();
  });
});
