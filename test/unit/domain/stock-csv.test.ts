import { describe, expect, it } from 'vitest';
import {
  decodeStockCsv,
  describeStockCsvProblems,
  encodeStockCsv,
  matchStockCsv,
  type StockCsvRow,
} from '../../../src-main/domain/stock-csv.ts';

const MARGHERITA: StockCsvRow = {
  name: 'Margherita',
  sku: 'PIZ-1',
  cloverId: 'AAAAAAAAAAAA1',
  wooId: 11,
  till: 5,
  store: 5,
};
const COLA: StockCsvRow = {
  name: 'Cola, 0.5 l',
  sku: 'COLA',
  cloverId: 'BBBBBBBBBBBB2',
  wooId: 12,
  till: 24,
  store: 23,
};
const GIFT: StockCsvRow = {
  name: 'Gift card',
  sku: '',
  cloverId: 'CCCCCCCCCCCC3',
  wooId: null,
  till: null,
  store: null,
};
const ROWS = [MARGHERITA, COLA, GIFT];

const encode = (rows: readonly StockCsvRow[]): string => encodeStockCsv(rows, () => 'enough');

/** What importing the text would do with these products. */
function read(text: string, rows: readonly StockCsvRow[] = ROWS) {
  const decoded = decodeStockCsv(text);
  const matched = matchStockCsv(decoded.lines, rows);
  return {
    changes: matched.changes.map(({ row, pieces }) => [row.name, pieces]),
    moved: matched.changes.filter((change) => change.hasMovedSince).map(({ row }) => row.name),
    problems: [...decoded.problems, ...matched.problems],
  };
}

const problemOf = (text: string, rows?: readonly StockCsvRow[]): string => {
  const { problems } = read(text, rows);
  expect(problems).toHaveLength(1);
  return `${problems[0]?.line}: ${problems[0]?.says}`;
};

describe('the stock file that a person gets', () => {
  it('opens in Excel: a byte order mark, a header, a line a product, quotes where a cell has a comma', () => {
    expect(encode([MARGHERITA, COLA, GIFT])).toBe(
      '\uFEFFName,SKU,Clover ID,WooCommerce ID,Till stock,Store stock,Status,Counts when written\r\n' +
        'Margherita,PIZ-1,AAAAAAAAAAAA1,11,5,5,enough,till 5 store 5\r\n' +
        '"Cola, 0.5 l",COLA,BBBBBBBBBBBB2,12,24,23,enough,till 24 store 23\r\n' +
        'Gift card,,CCCCCCCCCCCC3,,,,enough,till none store none\r\n',
    );
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1+2', '@SUM(A1)', '\t=1', '＝1'])(
    'a name %j is never a formula',
    (name) => {
      const [, line = ''] = encode([{ ...MARGHERITA, name }]).split('\r\n');
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('a count below zero stays a number', () => {
    expect(encode([{ ...MARGHERITA, till: -3 }])).toContain(',-3,5,');
  });

  it.each(['=1', "'=1", "''-x", '-5', "O'Neil", '"', 'a;b', 'a\nb', "'plain"])(
    'a SKU %j is found again',
    (sku) => {
      const row = { ...MARGHERITA, sku };
      const [header, line = ''] = encode([row]).replace('till 5 store 5', 'till 9 store 9').split(/\r\n/);
      const withoutIds = `${header}\r\n${line.replace('AAAAAAAAAAAA1,11', ',')}\r\n`;
      expect(read(withoutIds, [row]).changes).toEqual([]);
      expect(read(withoutIds.replace(',5,5,', ',8,8,'), [row])).toMatchObject({
        changes: [[row.name, 8]],
        problems: [],
      });
    },
  );

  it('given back as it was it changes nothing, also when products were sold since', () => {
    const text = encode(ROWS);
    expect(read(text)).toEqual({ changes: [], moved: [], problems: [] });
    const sold = ROWS.map((row) => (row.till === null ? row : { ...row, till: row.till - 1, store: 1 }));
    expect(read(text, sold)).toEqual({ changes: [], moved: [], problems: [] });
  });

  it('a count that a person changed is told apart from one that moved since', () => {
    const text = encode(ROWS).replace('11,5,5,', '11,9,5,');
    expect(read(text)).toMatchObject({ changes: [['Margherita', 9]], moved: [] });
    const sold = [{ ...MARGHERITA, till: 4, store: 4 }, COLA, GIFT];
    expect(read(text, sold)).toMatchObject({ changes: [['Margherita', 9]], moved: ['Margherita'] });
  });
});

describe('a file that a person saved from a spreadsheet', () => {
  it.each([
    ['commas', 'SKU,Till stock\nPIZ-1,7\n'],
    ['semicolons', 'SKU;Till stock\r\nPIZ-1;7\r\n'],
    ['tabs', 'SKU\tTill stock\nPIZ-1\t7'],
    ['old line ends', 'SKU,Till stock\rPIZ-1,7\r'],
    ['a byte order mark', '\uFEFFSKU,Till stock\nPIZ-1,7\n'],
    ['quotes everywhere', '"SKU";"Till stock"\n"PIZ-1";"7"\n'],
    ['Excel’s line for the delimiter', 'sep=;\r\nSKU;Till stock\r\nPIZ-1;7\r\n'],
    ['other columns and another order', 'Remark,till_stock,Shelf,sku\n"a, b",7,3,piz-1\n'],
    ['another name for the header', ' Product code ;QTY\nPIZ-1; 7 \n'],
    ['blank lines', '\n\r\nSKU;Stock\n\nPIZ-1;7\n;\n\n'],
    ['delimiters of the other kind within quotes', '"SKU";"Stock";"a,b,c,d"\nPIZ-1;7;x\n'],
    ['the store’s column', 'WooCommerce ID,Store stock\n11,7\n'],
    ['Clover’s id', 'Clover ID,Stock\naaaaaaaaaaaa1,7\n'],
  ])('is read with %s', (_what, text) => {
    expect(read(text)).toEqual({ changes: [['Margherita', 7]], moved: [], problems: [] });
  });

  it('an empty cell leaves the count as it is', () => {
    expect(read('SKU,Till stock,Store stock\nPIZ-1,,\nCOLA,,30\n').changes).toEqual([['Cola, 0.5 l', 30]]);
  });

  it('a quote within a cell and a line break within quotes belong to the cell', () => {
    const row = { ...MARGHERITA, sku: 'A "B"\r\nC' };
    expect(read('SKU,Stock\n"A ""B""\r\nC",7\n', [row])).toMatchObject({ changes: [['Margherita', 7]] });
  });

  it('an id that the spreadsheet made a number of is found by the next best', () => {
    expect(read('Clover ID,SKU,Stock\n1.2E+12,PIZ-1,7\n')).toMatchObject({
      changes: [['Margherita', 7]],
      problems: [],
    });
    expect(problemOf('Clover ID,Stock\n1.2E+12,7\n')).toMatch(/^2: .*Fill in the WooCommerce id or the SKU/);
  });
});

describe('a line that cannot be carried out is named with what to do', () => {
  it.each([
    ['7,5', '"7,5" is not a whole number'],
    ['1.500', '"1.500" is not a whole number'],
    ['1 500', '"1 500" is not a whole number'],
    ['many', '"many" is not a number'],
    ['12345678901', '"12345678901" is not a whole number'],
  ])('the count %j', (count, says) => {
    const { changes, problems } = read(`SKU;Stock\nPIZ-1;${count}\nCOLA;30\n`);
    expect(problems).toEqual([{ line: 2, says: expect.stringContaining(says) }]);
    expect(changes, 'the other lines are still read').toEqual([['Cola, 0.5 l', 30]]);
  });

  it.each([
    ['a decimal comma between commas', 'SKU,Stock\nPIZ-1,7,5\n', /^2: It has 3 cells and the header has 2/],
    ['an unknown SKU', 'SKU,Stock\nCOLA,30\nNOPE,7\n', /^3: No linked product has the SKU "NOPE"/],
    ['a line after others', 'SKU,Stock\r\nCOLA,30\r\n\r\nNOPE,7\r\n', /^4: /],
    ['an unknown Clover id', 'Clover ID,SKU,Stock\nX1,PIZ-1,7\n', /^2: .* Clover id "X1"/],
    ['an unknown WooCommerce id', 'WooCommerce ID,Stock\n99,7\n', /^2: .* WooCommerce id 99/],
    ['a WooCommerce id that is none', 'WooCommerce ID,Stock\n1.1,7\n', /^2: "1.1" is no WooCommerce id/],
    [
      'two ids of two products',
      'Clover ID,WooCommerce ID,Stock\nAAAAAAAAAAAA1,12,7\n',
      /^2: .* two products/,
    ],
    ['no product at all', 'SKU,Stock\n,7\n', /^2: It does not say which product/],
    [
      'two counts',
      'SKU,Till stock,Store stock\nPIZ-1,7,8\n',
      /^2: It says 7 for the till and 8 for the store/,
    ],
    ['the same product twice', 'SKU,Stock\nPIZ-1,7\nPIZ-1,8\n', /^3: .*line 2 with 7/],
    ['what nobody counts', 'Clover ID,Stock\nCCCCCCCCCCCC3,7\n', /^2: Neither side counts/],
    ['no column for the product', 'Name,Stock\nMargherita,7\n', /^1: .*there are: Name, Stock/],
    ['no column of counts', 'SKU,Price\nPIZ-1,7\n', /^1: No column has counts/],
    ['nothing', '\n', /^1: The file is empty/],
    ['a quote left open', 'SKU,Stock\nCOLA,30\n"PIZ-1,7\n', /^3: A quote is opened/],
    ['another encoding', 'S\0K\0U\0', /^1: The file is not UTF-8/],
  ])('%s', (_what, text, says) => {
    expect(problemOf(text)).toMatch(says);
  });

  it('a SKU that several products have', () => {
    const twins = [MARGHERITA, { ...COLA, sku: 'piz-1' }];
    expect(problemOf('SKU,Stock\nPIZ-1,7\n', twins)).toMatch(/^2: Several products have the SKU/);
  });

  it('the same product twice with the same count is said once', () => {
    expect(read('SKU,Stock\nPIZ-1,7\nPIZ-1,7\n')).toMatchObject({
      changes: [['Margherita', 7]],
      problems: [],
    });
  });

  it('a long list of problems is told in order and cut', () => {
    const problems = [9, 3, 5, 4, 8, 7, 6].map((line) => ({ line, says: 'Wrong.' }));
    expect(describeStockCsvProblems(problems)).toBe(
      'line 3: Wrong. line 4: Wrong. line 5: Wrong. line 6: Wrong. line 7: Wrong. And 2 more lines.',
    );
  });
});

it('twenty thousand lines are read and matched in a moment', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => ({
    ...MARGHERITA,
    sku: `SKU-${at}`,
    cloverId: `ID${at}`,
    wooId: at + 1000,
  }));
  const text = encode(rows).replaceAll(',5,5,', ',6,6,');
  const { changes, problems } = read(text, rows);
  expect(problems).toEqual([]);
  expect(changes).toHaveLength(20_000);
});
