// `npm test [-- PATTERN]`: the static checks, then every test; ends with one line that sums it all up.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const patterns = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tillbridge-tests-'));
const report = join(folder, 'report.json');
const notTested = join(folder, 'not-tested.txt');
const tally = { passed: 0, failed: 0 };

const CHECKS = [
  ['types', ['tsc', '--noEmit']],
  ['lint and format', ['biome', 'check', '--error-on-warnings', '.']],
  [
    'import rules',
    ['depcruise', '--config', '.dependency-cruiser.cjs', 'src-main', 'src-practice', 'src-preload', 'test'],
  ],
  ['unused code', ['knip', '--no-progress']],
];

if (patterns.length === 0) for (const [name, call] of CHECKS) count(check(name, call) ? 1 : 0, 1);

const [vitest, ...vitestArgs] = [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...patterns,
];
const tests = runTool(vitest, vitestArgs, 'inherit');
const results = readReport();
count(results.passed, results.passed + results.failed);
// A file that cannot be loaded has no test that could fail.
if (tests.status !== 0 && results.failed === 0) count(0, 1);
for (const line of readLines(notTested)) console.log(`not tested: ${line}`);
rmSync(folder, { recursive: true, force: true });
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

function check(name, [tool, ...args]) {
  const started = performance.now();
  const result = runTool(tool, args, 'pipe');
  const isGood = result.status === 0;
  console.log(
    `${isGood ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (!isGood) console.log(`${result.stdout}${result.stderr}`);
  return isGood;
}

function runTool(tool, args, output) {
  const env = { ...process.env, TILLBRIDGE_NOT_TESTED: notTested };
  return spawnSync(tool, args, {
    stdio: ['ignore', output, output],
    encoding: 'utf8',
    env,
    shell: process.platform === 'win32',
  });
}

function readReport() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch (error) {
    console.log(`no test report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

function readLines(file) {
  try {
    return [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))];
  } catch {
    return []; // no test was left out
  }
}

function count(passed, all) {
  tally.passed += passed;
  tally.failed += all - passed;
}
