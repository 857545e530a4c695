import { runHubBenches } from './hub-bench.ts';
import { type BenchCase, type BenchResult, runBenchCase } from './import-bench.ts';
import { runLiveBenches } from './live-bench.ts';
import { runOrderBenches } from './orders-bench.ts';
import { runWorldBenches } from './worlds-bench.ts';

/**
 * `npm run bench [-- small | lost | live | live-long | orders | hub | worlds]`: the import's figures as a table, with what was aimed at,
 * then those of the two-way sync and of web orders; `lost` is how long
 * it takes until a shop whose data is lost is linked again, `live`, `live-long` and `orders` are one of these alone, `hub` the relay,
 * `worlds` how fast the simulated worlds go by.
 */
const CASES: readonly BenchCase[] = [
  { items: 500, work: 'none' },
  { items: 500, work: 'measured' },
  { items: 5_000, work: 'none' },
  { items: 5_000, work: 'measured' },
  { items: 20_000, work: 'none' },
  { items: 20_000, work: 'measured' },
  { items: 5_000, work: 'none', after: 'import' },
  { items: 5_000, work: 'measured', after: 'import' },
  { items: 5_000, work: 'none', after: 'loss' },
  { items: 5_000, work: 'measured', after: 'loss' },
];

const HEADINGS = [
  'catalog',
  'store',
  'time',
  'store’s work',
  'ratio',
  'requests',
  'least',
  'ratio',
  'writes',
  '429',
  'RSS',
  'loop p99',
];

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function writeRow(result: BenchResult): string[] {
  return [
    result.name,
    result.isWorking ? 'works' : 'at once',
    seconds(result.ms),
    result.isWorking ? seconds(result.storeWorkMs) : '-',
    result.isWorking ? (result.ms / result.storeWorkMs).toFixed(2) : '-',
    String(result.requests),
    String(result.leastRequests),
    (result.requests / result.leastRequests).toFixed(2),
    String(result.writes),
    String(result.tooMany),
    `${result.rssMiB.toFixed(0)} MiB`,
    `${result.loopP99Ms.toFixed(0)} ms`,
  ];
}

const [size = 'all'] = process.argv.slice(2);
if (size.startsWith('live')) runLiveBenches(size === 'live-long');
else if (size === 'orders') await runOrderBenches();
else if (size === 'worlds') await runWorldBenches();
else if (size === 'hub') await runHubBenches(process.argv[3], Number(process.argv[4] ?? 1));
else {
  await runImportBenches(size);
  if (size === 'all') {
    runLiveBenches(false);
    await runOrderBenches();
  }
}

async function runImportBenches(chosenSize: string): Promise<void> {
  const isChosen = ({ items, after }: BenchCase): boolean =>
    chosenSize === 'lost' ? after === 'loss' : items <= (chosenSize === 'small' ? 500 : Number(chosenSize));
  const chosen = CASES.filter((bench) => chosenSize === 'all' || isChosen(bench));
  console.log(`| ${HEADINGS.join(' | ')} |\n|${HEADINGS.map(() => '---').join('|')}|`);
  for (const bench of chosen) {
    const result = await runBenchCase(bench);
    console.log(`| ${writeRow(result).join(' | ')} |`);
    if (result.failures > 0) console.log(`  ${result.failures} rows failed`);
  }
}
