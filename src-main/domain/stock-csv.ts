import { guardFormula, readCsv, unguardFormula, writeCsv } from './csv.ts';

/** A product's stock as the file tells it. */
export interface StockCsvRow {
  readonly name: string;
  readonly sku: string;
  readonly cloverId: string;
  readonly wooId: number | null;
  /** null where that side does not count it. */
  readonly till: number | null;
  readonly store: number | null;
}

/** A line that something is wrong with; `says` tells what, and what to do. */
export interface StockCsvProblem {
  /** As a spreadsheet counts its rows; the header is line 1. */
  readonly line: number;
  readonly says: string;
}

/** A line of a file that a person may have edited; null is an empty cell or a column that is not there. */
export interface StockCsvLine {
  readonly line: number;
  readonly cloverId: string | null;
  readonly wooId: number | null;
  readonly sku: string | null;
  readonly till: number | null;
  readonly store: number | null;
  /** Both counts when the file was written, where it still says so. */
  readonly written: { readonly till: number | null; readonly store: number | null } | null;
}

/** A person's count of one product, for both sides. */
export interface StockCsvChange<Row extends StockCsvRow> {
  readonly line: number;
  readonly row: Row;
  readonly pieces: number;
  /** The product was sold or counted since the file was written. */
  readonly hasMovedSince: boolean;
  /** Both counts when the file was written, where it still says so. */
  readonly written: StockCsvLine['written'];
}

type Column = 'name' | 'sku' | 'cloverId' | 'wooId' | 'till' | 'store' | 'both' | 'written';

const HEADER = [
  'Name',
  'SKU',
  'Clover ID',
  'WooCommerce ID',
  'Till stock',
  'Store stock',
  'Status',
  'Counts when written',
] as const;

/** Header cells by their letters alone, in lower case. */
const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'product', 'productname', 'title', 'item'],
  sku: ['sku', 'productcode', 'code'],
  cloverId: ['cloverid', 'clover', 'cloveritemid', 'itemid', 'tillid'],
  wooId: ['woocommerceid', 'wooid', 'woocommerce', 'woo', 'productid', 'storeid'],
  till: ['tillstock', 'till', 'tillcount', 'stocktill', 'cloverstock', 'ontill', 'stockontill'],
  store: ['storestock', 'store', 'storecount', 'stockstore', 'woostock', 'woocommercestock', 'instore'],
  both: ['stock', 'newstock', 'count', 'newcount', 'quantity', 'qty', 'pieces'],
  written: ['countswhenwritten'],
};
const COLUMNS_BY_NAME = new Map(
  Object.entries(COLUMN_NAMES).flatMap(([column, names]) => names.map((name) => [name, column as Column])),
);

const WRITTEN = /^till (-?[\d.]+|none) store (-?[\d.]+|none)$/;
/** What a spreadsheet makes of an id that looks like a number: "1.2E+12". */
const MANGLED_ID = /[.,+]/;
const WHOLE_NUMBER = /^-?\d{1,9}$/;
const WOO_ID = /^[1-9]\d{0,15}$/;

/** The file that a person gets: UTF-8 with a byte order mark, RFC 4180, no cell a formula. */
export function encodeStockCsv<Row extends StockCsvRow>(
  rows: readonly Row[],
  describeStatus: (row: Row) => string,
): string {
  const lines = rows.map((row) => [
    guardFormula(row.name),
    guardFormula(row.sku),
    guardFormula(row.cloverId),
    writeNumber(row.wooId),
    writeNumber(row.till),
    writeNumber(row.store),
    guardFormula(describeStatus(row)),
    `till ${row.till ?? 'none'} store ${row.store ?? 'none'}`,
  ]);
  return writeCsv([HEADER, ...lines]);
}

const writeNumber = (value: number | null): string => (value === null ? '' : String(value));

/**
 * Reads a file that a person saved from a spreadsheet: commas, semicolons or tabs, columns in any order, header
 * names as people write them. What cannot be read is a problem with its line; the other lines are still read.
 */
export function decodeStockCsv(text: string): {
  readonly lines: StockCsvLine[];
  readonly problems: StockCsvProblem[];
} {
  if (text.includes('\0'))
    return refuseFile(1, 'The file is not UTF-8. In the spreadsheet save it as "CSV UTF-8".');
  const { rows, brokenRow } = readCsv(text);
  if (brokenRow !== null)
    return refuseFile(brokenRow, 'A quote is opened and never closed. Close it or take it out.');
  const headerAt = rows.findIndex((row) => !isBlank(row));
  const header = rows[headerAt];
  if (!header) return refuseFile(1, 'The file is empty. Export the stock and edit that file.');
  const columns = readHeader(header);
  const refusal = checkHeader(header, columns);
  if (refusal !== null) return refuseFile(headerAt + 1, refusal);
  const lines: StockCsvLine[] = [];
  const problems: StockCsvProblem[] = [];
  for (const [at, row] of rows.entries()) {
    if (at <= headerAt || isBlank(row)) continue;
    const read = readLine(row, at + 1, columns, header.length);
    if ('says' in read) problems.push(read);
    else lines.push(read);
  }
  return { lines, problems };
}

const refuseFile = (line: number, says: string) => ({ lines: [], problems: [{ line, says }] });
const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

function readHeader(header: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, cell] of header.entries()) {
    const column = COLUMNS_BY_NAME.get(cell.toLowerCase().replace(/[^a-z]/g, ''));
    if (column !== undefined && !columns.has(column)) columns.set(column, at);
  }
  return columns;
}

function checkHeader(header: readonly string[], columns: ReadonlyMap<Column, number>): string | null {
  const named = header.filter((cell) => cell.trim() !== '').map((cell) => cell.trim().slice(0, 30));
  if (!columns.has('cloverId') && !columns.has('wooId') && !columns.has('sku'))
    return `No column says which product a line is about; there are: ${named.join(', ')}. Name one "SKU", "Clover ID" or "WooCommerce ID".`;
  if (!columns.has('till') && !columns.has('store') && !columns.has('both'))
    return `No column has counts; there are: ${named.join(', ')}. Name one "Till stock", "Store stock" or "Stock".`;
  return null;
}

function readLine(
  row: readonly string[],
  line: number,
  columns: ReadonlyMap<Column, number>,
  width: number,
): StockCsvLine | StockCsvProblem {
  if (row.slice(width).some((cell) => cell.trim() !== ''))
    return {
      line,
      says: `It has ${row.length} cells and the header has ${width}. Put a text or number with a comma in it between quotes.`,
    };
  const read = (column: Column): string | null => {
    const at = columns.get(column);
    const cell = at === undefined ? '' : unguardFormula((row[at] ?? '').trim());
    return cell === '' ? null : cell;
  };
  const wooId = read('wooId');
  if (wooId !== null && !WOO_ID.test(wooId))
    return {
      line,
      says: `"${wooId}" is no WooCommerce id. Put the number of the product there, or nothing.`,
    };
  const written = readWritten(read('written'));
  const counts: Partial<Record<Column, number | null>> = {};
  for (const column of ['till', 'store', 'both'] as const) {
    const cell = read(column);
    // What the till weighs stays as it was written; a person's count is whole.
    const isUntouched = column !== 'both' && written !== null && Number(cell) === written[column];
    if (cell !== null && !isUntouched && !WHOLE_NUMBER.test(cell)) return { line, says: refuseCount(cell) };
    counts[column] = cell === null ? null : Number(cell);
  }
  return {
    line,
    cloverId: read('cloverId'),
    wooId: wooId === null ? null : Number(wooId),
    sku: read('sku'),
    till: counts.till ?? counts.both ?? null,
    store: counts.store ?? counts.both ?? null,
    written,
  };
}

const refuseCount = (cell: string): string =>
  /^-?[\d.,'\s]+$/.test(cell)
    ? `"${cell}" is not a whole number. Write pieces without comma, point or spaces, such as 1500.`
    : `"${cell}" is not a number. Write whole pieces, such as 12, or nothing to leave the count as it is.`;

function readWritten(cell: string | null): StockCsvLine['written'] {
  const [, till, store] = WRITTEN.exec(cell ?? '') ?? [];
  if (till === undefined || store === undefined) return null;
  return { till: till === 'none' ? null : Number(till), store: store === 'none' ? null : Number(store) };
}

/**
 * Finds the product of each line, and which counts a person changed: what differs from the counts when the file
 * was written, or from the present ones where the file does not say. A line left as it was changes nothing, also
 * when the product was sold since.
 */
export function matchStockCsv<Row extends StockCsvRow>(
  lines: readonly StockCsvLine[],
  rows: readonly Row[],
): { readonly changes: StockCsvChange<Row>[]; readonly problems: StockCsvProblem[] } {
  const find = createFinder(rows);
  const changes = new Map<Row, StockCsvChange<Row>>();
  const problems: StockCsvProblem[] = [];
  for (const line of lines) {
    const row = find(line);
    const change = typeof row === 'string' ? row : readChange(line, row);
    if (change === null) continue;
    if (typeof change === 'string') {
      problems.push({ line: line.line, says: change });
      continue;
    }
    const other = changes.get(change.row);
    if (other && other.pieces !== change.pieces) {
      const says = `The same product stands in line ${other.line} with ${other.pieces}. Keep one of the two lines.`;
      problems.push({ line: line.line, says });
    } else if (!other) changes.set(change.row, change);
  }
  return { changes: [...changes.values()], problems };
}

/** By Clover id, else WooCommerce id, else SKU; answers what is wrong where it finds none. */
function createFinder<Row extends StockCsvRow>(rows: readonly Row[]): (line: StockCsvLine) => Row | string {
  const byCloverId = new Map(rows.map((row) => [row.cloverId.toUpperCase(), row]));
  const byWooId = new Map(rows.flatMap((row) => (row.wooId === null ? [] : [[row.wooId, row] as const])));
  const bySku = new Map<string, Row | null>();
  for (const row of rows) {
    const key = foldSku(row.sku);
    if (key !== '') bySku.set(key, bySku.has(key) ? null : row);
  }
  return ({ cloverId, wooId, sku }) => {
    const ofTill = cloverId === null ? undefined : byCloverId.get(cloverId.toUpperCase());
    const ofStore = wooId === null ? undefined : byWooId.get(wooId);
    if (ofTill && ofStore && ofTill !== ofStore)
      return `Clover id ${cloverId} and WooCommerce id ${wooId} are two products. Correct one or leave it empty.`;
    if (cloverId !== null && !ofTill && !MANGLED_ID.test(cloverId))
      return `No linked product has the Clover id "${cloverId}". Correct it or take the line out.`;
    const found = ofTill ?? ofStore;
    if (found) return found;
    if (wooId !== null)
      return `No linked product has the WooCommerce id ${wooId}. Correct it or take the line out.`;
    if (sku === null)
      return cloverId === null
        ? 'It does not say which product. Fill in the SKU, the Clover id or the WooCommerce id.'
        : `The spreadsheet turned the Clover id into the number "${cloverId}". Fill in the WooCommerce id or the SKU.`;
    const ofSku = bySku.get(foldSku(sku));
    if (ofSku === null)
      return `Several products have the SKU "${sku}". Fill in the Clover id of the one you mean.`;
    return ofSku ?? `No linked product has the SKU "${sku}". Correct it or take the line out.`;
  };
}

const foldSku = (sku: string): string => sku.trim().toLowerCase();

/** null where the line changes nothing; a text where it cannot be carried out. */
function readChange<Row extends StockCsvRow>(
  line: StockCsvLine,
  row: Row,
): StockCsvChange<Row> | string | null {
  const before = line.written ?? row;
  const isTillEdited = line.till !== null && line.till !== before.till;
  const isStoreEdited = line.store !== null && line.store !== before.store;
  if (isTillEdited && isStoreEdited && line.till !== line.store)
    return `It says ${line.till} for the till and ${line.store} for the store. Write the same in both, or change one only.`;
  const pieces = isTillEdited ? line.till : isStoreEdited ? line.store : null;
  if (pieces === null) return null;
  if (row.till === null && row.store === null)
    return 'Neither side counts the stock of this product. Turn stock counting on for it, or take the line out.';
  const hasMovedSince =
    line.written !== null && (line.written.till !== row.till || line.written.store !== row.store);
  if (pieces === row.till && pieces === row.store) return null;
  return { line: line.line, row, pieces, hasMovedSince, written: line.written };
}

/** How many problems a sentence tells; the rest are counted. */
const PROBLEMS_TOLD = 5;

/** The problems as one text, the first lines first. */
export function describeStockCsvProblems(problems: readonly StockCsvProblem[]): string {
  const inOrder = [...problems].sort((one, other) => one.line - other.line);
  const told = inOrder.slice(0, PROBLEMS_TOLD).map(({ line, says }) => `line ${line}: ${says}`);
  const hidden = inOrder.length - told.length;
  return told.join(' ') + (hidden > 0 ? ` And ${hidden} more lines.` : '');
}
