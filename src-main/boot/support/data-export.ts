import type { Database } from 'better-sqlite3';
import type { CrashRecord } from '../../log/crash-record.ts';
import type { ArchiveFile } from '../../log/zip.ts';
import { listTables, readTable } from '../../store/whole-file.ts';

/** What each table is, for the page inside the archive. A table without words is told by its name. */
const MEANINGS: Readonly<Record<string, string>> = {
  alert: 'what a person was told, and whether somebody has seen it',
  conflict: 'what both sides changed differently, with the three values',
  inbox: 'hints of what to look at again',
  inbox_counter: 'the count of those hints',
  journal: 'the log',
  left_different: 'products that differ between both sides on purpose',
  link: 'which item of the till belongs to which product of the store (clover_id, woo_id)',
  merge_rule: 'rules of yours: always take the till’s, or the store’s',
  meta: 'connections without their secrets, and how far each look has come',
  order_event: 'what happened to each web order',
  order_flow:
    'web orders: both ids, step, totals in the smallest unit of the currency, the ticket as it was printed',
  outbox: 'writes to either side: waiting, done or parked',
  run: 'imports, syncs and undos',
  run_change: 'what each of those changed, field by field',
  setting: 'settings that are not as they were at first',
  shadow: 'the values that both sides last agreed on',
  stock_move: 'movements of stock',
  store_sight: 'when each product of the store was made and changed last',
  stock_rule: 'sold out by hand, and what counts as low',
};

/** All that the data file holds, table by table, with a page that says what is what. */
export function exportData(db: Database, crashes: readonly CrashRecord[], version: string): ArchiveFile[] {
  const tables = listTables(db).map((table) => readTable(db, table));
  const lines = tables.map(
    ({ table, rows }) => `data/${table}.json  ${rows} rows: ${MEANINGS[table] ?? table.replaceAll('_', ' ')}`,
  );
  return [
    { name: 'README.txt', text: writeReadme(lines, version) },
    ...tables.map(({ table, text }) => ({ name: `data/${table}.json`, text })),
    { name: 'crashes.json', text: `${JSON.stringify(crashes, null, 1)}\n` },
  ];
}

const writeReadme = (
  lines: readonly string[],
  version: string,
): string => `All that Tillbridge ${version} holds on this computer.

Each file is a list of rows as JSON (UTF-8), one row a line. Times that end in "_ms" are milliseconds since 1970, UTC.
Prices and totals are whole numbers in the smallest unit of the currency unless they have a decimal point.

${lines.join('\n')}
crashes.json  where the program failed

Not in here: the keys to the till, the store, the relay and the mail server. They are in the keychain of this computer
(or in a sealed file), are worth nothing elsewhere, and go away with "Erase". Your products and orders themselves are in
Clover and in WooCommerce, and stay there. What a relay holds is shown by "hub held".
`;
