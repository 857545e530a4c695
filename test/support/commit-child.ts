import { openDatabase } from '../../src-main/store/database.ts';
import { createLedger } from '../../src-main/store/ledger.ts';

/** Commits rows one by one, and says each that is on the disk; made to be counted and killed. */
const { file, commits } = JSON.parse(process.argv[2] ?? '') as {
  readonly file: string;
  readonly commits: number;
};
const { meta } = createLedger(openDatabase({ file, nativeBinding: null }));
process.stdout.write('open\n');
for (let row = 1; row <= commits; row += 1) {
  meta.put(`row ${row}`, 'x'.repeat(40));
  process.stdout.write(`${row}\n`);
}
