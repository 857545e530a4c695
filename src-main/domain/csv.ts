/** What stands between two cells; Excel saves what the computer's region says, whatever the file had before. */
export type CsvDelimiter = ',' | ';' | '\t';

const DELIMITERS: readonly CsvDelimiter[] = [',', ';', '\t'];
const BYTE_ORDER_MARK = '\uFEFF';
/** A text that a spreadsheet would calculate; a leading apostrophe makes it a text again. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const QUOTED = /[",;\t\r\n]|^\s|\s$/;
/** Excel's own first line that names the delimiter. */
const DELIMITER_LINE = /^sep=([,;\t])\r?\n/i;

/** A text as a cell that no spreadsheet takes for a formula. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that `guardFormula` was given. */
export const unguardFormula = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** Rows as RFC 4180, with a byte order mark, without which Excel does not take it for UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');

const writeCell = (cell: string): string => (QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export interface CsvTable {
  /** Blank rows too, so that the first is row 1 as a spreadsheet counts. */
  readonly rows: readonly (readonly string[])[];
  /** The row in which a quote was opened and never closed; null in a whole file. */
  readonly brokenRow: number | null;
}

/** Reads a CSV with commas, semicolons or tabs, whichever its first row with text has most of. */
export function readCsv(text: string): CsvTable {
  const whole = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const [line, named] = DELIMITER_LINE.exec(whole) ?? [];
  if (line !== undefined) return splitRows(whole.slice(line.length), named as CsvDelimiter);
  return splitRows(whole, findDelimiter(whole.replace(/^[\r\n]+/, '')));
}

function findDelimiter(text: string): CsvDelimiter {
  const counts: Record<CsvDelimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (character === ',' || character === ';' || character === '\t') counts[character] += 1;
  }
  return DELIMITERS.reduce((most, it) => (counts[it] > counts[most] ? it : most));
}

/** Goes from one special character to the next, so that a long file takes one pass. */
function splitRows(text: string, delimiter: CsvDelimiter): CsvTable {
  const special = new RegExp(`[${delimiter}\r\n]`, 'g');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at) : { text: '', end: at };
    if (cell === null) return { rows: [...rows, row], brokenRow: rows.length + 1 };
    special.lastIndex = cell.end;
    const end = special.exec(text)?.index ?? text.length;
    row.push(cell.text + text.slice(cell.end, end));
    at = end + 1;
    if (text[end] === delimiter) {
      // A delimiter at the very end has an empty cell behind it.
      if (at === text.length) row.push('');
      continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return { rows: row.length > 0 ? [...rows, row] : rows, brokenRow: null };
}

/** The cell whose opening quote stands at `start`, and where it ends; null where no quote closes it. */
function readQuoted(text: string, start: number): { readonly text: string; readonly end: number } | null {
  let from = start + 1;
  let kept = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    kept += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { text: kept, end: quote + 1 };
    kept += '"';
    from = quote + 2;
  }
}
