import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { LogEntryShape } from '../../../src-preload/contract/shapes.ts';
import { makeExport, writeCsv } from '../../../src-renderer/features/log/log-export.ts';

const AT = Date.UTC(2026, 10, 21, 9, 5, 7);

const makeEntry = (given: Partial<LogEntryShape> = {}): LogEntryShape => ({
  id: 1,
  atMs: AT,
  level: 'info',
  action: 'import',
  side: 'store',
  entity: 'run 1',
  message: 'finished',
  runId: 1,
  times: 1,
  entities: 1,
  firstMs: AT,
  ...given,
});

const readMessages = (messages: readonly string[]): string[] => {
  const csv = writeCsv(messages.map((message) => makeEntry({ message })));
  return parse<{ message: string }>(csv, { columns: true, bom: true }).map((row) => row.message);
};

describe('the exported log', () => {
  it('a spreadsheet reads every text as it is, also with commas, quotes, lines and edges of space', () => {
    const texts = [
      'plain',
      'a, b',
      'say "hi"',
      'two\nlines',
      'with\r\nboth',
      ' edge ',
      'Crème brûlée 🍮',
      '',
    ];
    expect(readMessages(texts)).toEqual(texts);
  });

  it('no cell can run as a formula', () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '|cmd', '\r=1', '="a",1'];
    expect(readMessages(formulas)).toEqual(formulas.map((text) => `'${text}`));
    expect(readMessages(['a=1', '1-2'])).toEqual(['a=1', '1-2']);
  });

  it('guards what a thing is called as well as what was said of it', () => {
    expect(writeCsv([makeEntry({ entity: '=HYPERLINK("x")' })])).toContain('"\'=HYPERLINK(""x"")"');
  });

  it('begins with the mark by which spreadsheets know its letters, and a head', () => {
    expect(writeCsv([])).toBe('\u{FEFF}time,level,side,kind,about,message,run,times,first time\r\n');
  });

  it('is named by its day, in both forms', () => {
    expect(makeExport('csv', [], AT)).toMatchObject({ name: 'tillbridge-log-2026-11-21.csv' });
    const json = makeExport('json', [makeEntry({ runId: null, times: 3 })], AT);
    expect(json.name).toBe('tillbridge-log-2026-11-21.json');
    expect(JSON.parse(json.text)).toMatchObject([
      { at: '2026-11-21T09:05:07.000Z', message: 'finished', runId: null, times: 3 },
    ]);
  });
});
