import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listFiles, ROOT } from '../support/source-files.ts';

const PAGE = readFileSync(join(ROOT, 'test/README.md'), 'utf8');
const TESTS = new Map(
  listFiles('test/*.test.ts', 'test/*.e2e.ts').map(({ path, text }) => [path, text] as const),
);

/** The rows of features.md and promises.md that are built, and must be shown by a test. */
const ROWS = [
  ...expand('A', [1, 1], [3, 11], [13, 19], [22, 22]),
  ...expand('B', [2, 5], [11, 15], [20, 20], [23, 23]),
  ...expand('C', [1, 7], [9, 9]),
  ...expand('S', [1, 18], [20, 20]),
  ...expand('G', [1, 9]),
  ...expand('H', [4, 4], [6, 8], [10, 11], [13, 16], [18, 20], [22, 23]),
  ...expand('X', [1, 13], [17, 19]),
  ...expand('F', [1, 15]),
  ...expand('P', [1, 12]),
  ...expand('D', [1, 8]),
  ...expand('O', [1, 7]),
  ...expand('V', [1, 8]),
  ...expand('Hub H', [1, 1], [3, 8]),
  ...expand('Electron ', [1, 20]),
  ...expand('App S', [1, 11]),
];

/** The rulings below the tables. */
const RULINGS = [
  'Stock conflict',
  'Matching',
  'Import visibility',
  'Refunded',
  'When an order is sent',
  'Source of truth',
  'Speed',
  'What confirms a write',
  'Owner',
  'Description',
  'Category mapping',
  'Reconcile and full sync',
  'Fulfilled and cancelled on a paid order',
  'Undo of a created product',
  'Money',
  'Brake',
  'Batches',
  'Order type',
  'Bad webhook secret',
];

function expand(letter: string, ...ranges: readonly (readonly [number, number])[]): string[] {
  return ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => `${letter}${from + at}`),
  );
}

interface Line {
  readonly row: string;
  readonly file: string;
  readonly title: string;
}

/** The lines of a page that name a test: four cells, the third a file. */
function readLines(page: string): Line[] {
  return page.split('\n').flatMap((line) => {
    const cells = line.split(' | ').map((cell) => cell.trim());
    const [first = '', , third = '', last = ''] = cells;
    const file = /^`(test\/[^`]+)`$/.exec(third)?.[1];
    if (cells.length !== 4 || file === undefined) return [];
    return [{ row: first.replace(/^\| /, ''), file, title: last.replace(/ \|$/, '') }];
  });
}

const readText = (node: ts.Node | undefined): string | null => {
  if (node === undefined) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : null;
};

/** `it`, `it.each(…)`, `test.describe` and the like; null for `test.step`, `test.skip` and any other call. */
function readKind({ expression }: ts.CallExpression): 'group' | 'test' | null {
  const names: string[] = [];
  let callee: ts.Expression = expression;
  while (!ts.isIdentifier(callee)) {
    if (ts.isPropertyAccessExpression(callee)) names.push(callee.name.text);
    else if (!ts.isCallExpression(callee)) return null;
    callee = callee.expression;
  }
  if (names.some((name) => !['each', 'describe', 'sequential', 'skipIf'].includes(name))) return null;
  if (callee.text === 'describe' || names.includes('describe')) return 'group';
  return callee.text === 'it' || callee.text === 'test' ? 'test' : null;
}

/** Every test of a file as `describe > test`. One that is skipped for good shows nothing. */
function listTitles(path: string, text: string): Set<string> {
  const titles = new Set<string>();
  const visit = (node: ts.Node, above: readonly string[]): void => {
    let here = above;
    const kind = ts.isCallExpression(node) ? readKind(node) : null;
    const title = ts.isCallExpression(node) ? readText(node.arguments[0]) : null;
    if (kind !== null && title !== null) {
      here = [...above, title];
      if (kind === 'test') titles.add(here.join(' > '));
    }
    ts.forEachChild(node, (child) => visit(child, here));
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), []);
  return titles;
}

/** What a page says that is not so. */
function findFaults(page: string): string[] {
  const lines = readLines(page);
  const known = new Map<string, Set<string>>();
  const faults = lines.flatMap(({ row, file, title }) => {
    const text = TESTS.get(file);
    if (text === undefined) return [`${row}: there is no ${file}`];
    const titles = known.get(file) ?? listTitles(file, text);
    known.set(file, titles);
    return titles.has(title) ? [] : [`${row}: ${file} has no test "${title}"`];
  });
  const shown = new Set(lines.map(({ row }) => row));
  return [
    ...faults,
    ...[...ROWS, ...RULINGS].filter((row) => !shown.has(row)).map((row) => `${row}: no test is named`),
  ];
}

describe('the page of tests', () => {
  it('every feature row, promise and ruling that is built names tests, and each of them is there', () => {
    expect(TESTS.size).toBeGreaterThan(100);
    expect(readLines(PAGE).length).toBeGreaterThan(ROWS.length);
    expect(findFaults(PAGE)).toEqual([]);
  });

  it('a row without a test, a title that has changed and a file that is gone are each told', () => {
    const [{ row, file, title } = { row: '', file: '', title: '' }] = readLines(PAGE);
    const without = PAGE.split('\n').filter((line) => !line.startsWith(`| ${row} | `));
    expect(findFaults(without.join('\n'))).toEqual([`${row}: no test is named`]);
    expect(findFaults(PAGE.replace(title, 'is as it should be'))).toEqual([
      `${row}: ${file} has no test "is as it should be"`,
    ]);
    expect(findFaults(PAGE.replace(file, 'test/gone.test.ts'))).toEqual([
      `${row}: there is no test/gone.test.ts`,
    ]);
  });

  it('what else it points at is there', () => {
    const paths = [...PAGE.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
    const there = new Set(listFiles('test').map(({ path }) => path));
    expect(paths.filter((path) => !there.has(path))).toEqual([]);
  });
});
