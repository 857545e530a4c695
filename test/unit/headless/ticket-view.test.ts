import { describe, expect, it } from 'vitest';
import { drawTicket } from '../../../src-main/headless/views/ticket-view.ts';

const cookie = { name: 'Cookie', choices: [], note: '' };

describe('a ticket in a terminal', () => {
  it('counts equal lines and keeps those apart that differ in a choice or a note', () => {
    const rows = drawTicket({
      type: 'Online Order',
      title: '#7 Ann',
      lines: [cookie, { ...cookie, choices: ['Nuts'] }, cookie, { ...cookie, note: 'cut' }],
      note: '',
    });
    const inside = rows.map((row) => row.slice(2, -2).trimEnd());
    expect(inside.slice(1, -1)).toEqual([
      'ONLINE ORDER',
      '#7 Ann',
      '-'.repeat(44),
      '2 x Cookie',
      '1 x Cookie',
      '    + Nuts',
      '1 x Cookie',
      '    "cut"',
    ]);
  });

  it('breaks long texts at words, each row as wide as the paper, and shows nothing that moves the cursor', () => {
    const note = `Ring twice\u001b[2J and then ${'wait '.repeat(20)}\nTB:1`;
    const rows = drawTicket({ type: '', title: 'T', lines: [], note });
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.join('')).not.toContain('\u001b');
    expect(rows.at(-2)).toContain('TB:1');
    const words = rows.join(' ').match(/wait/g);
    expect(words).toHaveLength(20);
  });
});
