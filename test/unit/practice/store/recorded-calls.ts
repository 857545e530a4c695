import { readFileSync } from 'node:fs';

export interface RecordedCall {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  /** Undefined for a call that only prepares the next ones. */
  readonly expected: { readonly status: number; readonly data: unknown } | undefined;
}

const RECORDED_ORIGIN = 'http://127.0.0.1:8080';

/** Reads a fixture of recorded calls, its addresses moved to the given origin. */
export function readRecordedCalls(name: string, origin: string): RecordedCall[] {
  const file = new URL(`../../../fixtures/woocommerce/${name}`, import.meta.url);
  const lines = readFileSync(file, 'utf8').replaceAll(RECORDED_ORIGIN, origin).split('\n');
  const calls: RecordedCall[] = [];
  let title = '';
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('## ')) title = line.slice(3);
    const series = /^prepare-series (\d+) (.*)$/.exec(line);
    for (let number = 0; number < Number(series?.[1] ?? 0); number += 1) {
      calls.push(parseCall('prepare', (series?.[2] ?? '').replaceAll('#', String(number)), undefined));
    }
    if (line.startsWith('prepare ')) calls.push(parseCall('prepare', line.slice(8), undefined));
    const answer = lines[index + 1];
    if (/^[A-Z]+ \//.test(line) && answer?.startsWith('-> ')) calls.push(parseCall(title, line, answer));
  }
  return calls;
}

function parseCall(title: string, line: string, answer: string | undefined): RecordedCall {
  const [method = '', path = '', ...body] = line.split(' ');
  const expected = answer
    ? { status: Number(answer.slice(3, 6)), data: JSON.parse(answer.slice(7)) as unknown }
    : undefined;
  return { title, method, path, body: body.length > 0 ? body.join(' ') : undefined, expected };
}

/**
 * Where the actual answer lacks or differs from what was recorded; fields the recording does not show may
 * be anything, lists must be of the recorded length.
 */
export function findDifferences(actual: unknown, recorded: unknown, at = ''): string[] {
  if (Array.isArray(recorded)) {
    if (!Array.isArray(actual) || actual.length !== recorded.length) {
      return [`${at}: ${JSON.stringify(actual)} instead of ${JSON.stringify(recorded)}`];
    }
    return recorded.flatMap((item, index) => findDifferences(actual[index], item, `${at}[${index}]`));
  }
  if (typeof recorded === 'object' && recorded !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${at}: ${JSON.stringify(actual)}`];
    const found = new Map(Object.entries(actual));
    return Object.entries(recorded).flatMap(([name, value]) =>
      findDifferences(found.get(name), value, `${at}.${name}`),
    );
  }
  return actual === recorded
    ? []
    : [`${at}: ${JSON.stringify(actual)} instead of ${JSON.stringify(recorded)}`];
}
