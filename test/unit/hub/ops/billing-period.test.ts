import { describe, expect, it } from 'vitest';
import { findReportEndMs } from '../../../../src-hub/ops/billing-period.ts';

const writeDay = (moment: string): string => new Date(findReportEndMs(Date.parse(moment))).toISOString();

describe('an order report', () => {
  it('is kept to the end of its calendar month and 90 days', () => {
    expect(writeDay('2026-01-01T00:00:00Z')).toBe('2026-05-02T00:00:00.000Z');
    expect(writeDay('2026-01-31T23:59:59.999Z')).toBe('2026-05-02T00:00:00.000Z');
    expect(writeDay('2026-02-01T00:00:00Z')).toBe('2026-05-30T00:00:00.000Z');
    expect(writeDay('2026-12-15T12:00:00Z')).toBe('2027-04-01T00:00:00.000Z');
  });
});
