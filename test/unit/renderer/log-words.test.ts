import { describe, expect, it } from 'vitest';
import { nameAction, nameEntity, nameSide } from '../../../src-renderer/features/log/log-words.ts';

describe('the words of the log', () => {
  it('a setting is called as in Settings, a connection by its side, a product by its name', () => {
    expect(nameEntity({ action: 'setting', entity: 'log.retentionDays' })).toBe('Keep log entries, in days');
    expect(nameEntity({ action: 'connection', entity: 'till' })).toBe('Till');
    expect(nameEntity({ action: 'pin', entity: 'Flat White' })).toBe('Flat White');
    expect(nameEntity({ action: 'import', entity: 'run 3' })).toBe('Run 3');
  });

  it('what has no word of its own is still readable', () => {
    expect(nameAction('order.sent')).toBe('Order sent');
    expect(nameSide('app')).toBe('Tillbridge');
    expect(nameSide('relay')).toBe('relay');
  });
});
