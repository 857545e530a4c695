// `npm test [-- PATTERN]`: the static checks, then every test; ends with one line that sums it all up.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../test/e2e/support/chromium.ts';
import { runChild } from './run-child.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tillbridge-tests-'));
const report = join(folder, 'report.json');
const windowReport = join(folder, 'window.json');
const notTested = join(folder, 'not-tested.txt');
const reached = join(folder, 'reached');
const tally = { passed: 0, failed: 0 };

const COMPARE = join('test', 'world', 'reach', 'compare.ts');
const sources = readdirSync(ROOT).filter((name) => name.startsWith('src-'));
const CHECKS = [
  ['types', ['tsc', '--noEmit']],
  ['types of the page', ['tsc', '--noEmit', '--project', 'src-renderer']],
  ['lint and format', ['biome', 'check', '--error-on-warnings', '.']],
  ['import rules', ['depcruise', '--config', '.dependency-cruiser.cjs', ...sources, 'test']],
  ['unused code', ['knip', '--no-progress']],
];

const patterns = process.argv.slice(2);
const isWhole = patterns.length === 0;
if (isWhole) await Promise.all(CHECKS.map(([name, call]) => check(name, call)));
await test();
if (isWhole) await check('every failure and every state was reached', ['node', COMPARE, reached]);
await testWindow();
for (const line of readLines(notTested)) console.log(`not tested: ${line}`);
rmSync(folder, { recursive: true, force: true });
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;

/** A static check counts as one test; what it said is shown only when it failed. */
async function check(name, call) {
  const { code, output, seconds } = await runTool(call, 'pipe');
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output);
}

/** A whole run notes what its tests reach (test/world/reach). */
function watchReached() {
  if (!isWhole) return {};
  mkdirSync(reached);
  return { TILLBRIDGE_REACH: reached };
}

async function test() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, seconds } = await runTool(
    // Many tests wait for real processes and sockets: on a busy machine one may be late. It is told, never hidden.
    ['vitest', 'run', '--passWithNoTests', '--retry=1', ...reporters, ...patterns],
    'inherit',
    watchReached(),
  );
  const { passed, failed } = readReport();
  // A file that cannot be loaded, or an error outside any test, fails no test that could be counted.
  const isFailedOtherwise = code !== 0 && failed === 0;
  count(passed, failed + (isFailedOtherwise ? 1 : 0));
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} tests (${seconds} s)`);
}

/** The window in a real browser, and the desktop app where an Electron can be had. */
async function testWindow() {
  if (findChromium() === null) {
    const isNeeded = process.env.CI === 'true';
    if (isNeeded) count(0, 1);
    console.log(`${isNeeded ? 'FAILED' : 'not tested:'} the window (no Chromium is installed)`);
    return;
  }
  const call = ['playwright', 'test', '--pass-with-no-tests', '--reporter=list,json', ...patterns];
  const { code, seconds } = await runTool(call, 'inherit', {
    PLAYWRIGHT_JSON_OUTPUT_NAME: windowReport,
  });
  const { passed, failed } = readWindowReport();
  const isFailedOtherwise = code !== 0 && failed === 0;
  count(passed, failed + (isFailedOtherwise ? 1 : 0));
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} the window (${seconds} s)`);
}

async function runTool([tool, ...args], output, env = {}) {
  const started = performance.now();
  const result = await runChild(tool, args, {
    cwd: ROOT,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env, TILLBRIDGE_NOT_TESTED: notTested },
    shell: process.platform === 'win32', // there the tools are .cmd files
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return { ...result, output: result.error?.message ?? result.output, seconds };
}

/** What needed a second try is counted as passed, and told with what failed at the first. */
function readReport() {
  return readCounts(report, ({ numPassedTests, numFailedTests, testResults }) => {
    const late = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0);
    for (const { fullName, failureMessages } of late)
      console.log(`passed at the second try only: ${fullName}\n  ${failureMessages[0].split('\n')[0]}`);
    return [numPassedTests, numFailedTests];
  });
}

/** The same for the window's tests. */
function readWindowReport() {
  return readCounts(windowReport, ({ stats }) => {
    if (stats.flaky > 0) console.log(`${stats.flaky} of the window's tests passed at the second try only`);
    return [stats.expected + stats.flaky, stats.unexpected];
  });
}

function readCounts(file, pick) {
  try {
    const [passed, failed] = pick(JSON.parse(readFileSync(file, 'utf8')));
    return { passed, failed };
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

function count(passed, failed) {
  tally.passed += passed;
  tally.failed += failed;
}
