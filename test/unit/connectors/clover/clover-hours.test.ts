import { describe, expect, it } from 'vitest';
import { openTill } from '../support/open-till.ts';

const MERCHANT = {
  name: 'Blue Cup Café',
  currency: 'USD',
  timezone: 'America/New_York',
  country: 'US',
  vat: false,
  trackStock: true,
  updateStock: false,
};

describe('the opening hours of a till', () => {
  it('are minutes of each weekday, Sunday first', async () => {
    const openingHours = {
      monday: [
        { start: 930, end: 1400 },
        { start: 1700, end: 2400 },
      ],
      saturday: [{ start: 1800, end: 200 }],
    };
    const { port } = openTill({ merchant: { ...MERCHANT, openingHours } });
    const monday = [
      { from: 570, to: 840 },
      { from: 1020, to: 1440 },
    ];
    expect(await port.readOpeningHours()).toMatchObject({
      kind: 'done',
      value: [[], monday, [], [], [], [], [{ from: 1080, to: 120 }]],
    });
  });

  it('are none where nobody set them', async () => {
    expect(await openTill().port.readOpeningHours()).toMatchObject({ kind: 'done', value: null });
  });
});
