import { createHmac, randomBytes } from 'node:crypto';
import { isOneOf } from '../../../src-hub/ingest/constant-time.ts';
import { isSignedBy } from '../../../src-hub/ingest/woo-signature.ts';
import type { Proof } from '../runner.ts';

const ROUNDS = 100_000;
/** Beyond this a difference is no chance (the usual bound of such tests). */
const MOST_T = 4.5;
/** The slowest are the collector's and the system's, not the comparison's. */
const KEPT_SHARE = 0.9;

const SECRET = randomBytes(24).toString('base64url');
const BODY = Buffer.from(JSON.stringify({ id: 12, name: 'Flat White', padding: 'x'.repeat(1_000) }));
const RIGHT = createHmac('sha256', SECRET).update(BODY).digest('base64');
const CODE = '7a1e9f30-2f4f-4bd1-9f0c-0a1b2c3d4e5f';

const spoil = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

/** What is wrong at its first character, and near its last. */
const [EARLY, LATE] = [spoil(RIGHT, 0), spoil(RIGHT, 41)];
const [EARLY_CODE, LATE_CODE] = [spoil(CODE, 0), spoil(CODE, CODE.length - 1)];

const CHECKS: readonly (readonly [name: string, early: () => boolean, late: () => boolean])[] = [
  [
    'the signature of the store’s webhooks',
    () => isSignedBy([SECRET], BODY, EARLY),
    () => isSignedBy([SECRET], BODY, LATE),
  ],
  [
    'the auth code of the till’s webhooks',
    () => isOneOf(EARLY_CODE, [CODE]),
    () => isOneOf(LATE_CODE, [CODE]),
  ],
];

/** How long a refusal takes does not tell how much of it was right (V1, V2). */
export const constantTimeProof: Proof = {
  name: 'constant-time',
  total: CHECKS.length,
  runPart: async (number) => {
    const check = CHECKS[number - 1];
    if (!check) return 'there is no such check';
    const [name, early, late] = check;
    const t = compareTimes(early, late);
    return Math.abs(t) < MOST_T ? null : `${name}: t = ${t.toFixed(1)}`;
  },
};

/** Welch's t of two calls' times, taken in turn in random order. */
function compareTimes(early: () => boolean, late: () => boolean): number {
  const times: [number[], number[]] = [[], []];
  const order = randomBytes(ROUNDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const which = (order[round] ?? 0) & 1;
    for (const turn of [which, 1 - which]) {
      const call = turn === 0 ? early : late;
      const startedNs = process.hrtime.bigint();
      const isRight = call();
      const tookNs = Number(process.hrtime.bigint() - startedNs);
      if (isRight) throw new Error('what is wrong was taken for right');
      times[turn === 0 ? 0 : 1].push(tookNs);
    }
  }
  const limit = pickQuantile([...times[0], ...times[1]], KEPT_SHARE);
  const [first, second] = times.map((list) => sumUp(list.filter((ns) => ns <= limit)));
  if (!first || !second) return Number.POSITIVE_INFINITY;
  return (
    (first.mean - second.mean) / Math.sqrt(first.variance / first.count + second.variance / second.count)
  );
}

function sumUp(list: readonly number[]) {
  const mean = list.reduce((sum, ns) => sum + ns, 0) / list.length;
  const variance = list.reduce((sum, ns) => sum + (ns - mean) ** 2, 0) / (list.length - 1);
  return { count: list.length, mean, variance };
}

function pickQuantile(values: number[], part: number): number {
  values.sort((left, right) => left - right);
  return values[Math.floor(part * values.length)] ?? Number.NaN;
}
