import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A proof of many like parts, each numbered, so that it can be stopped and taken up again. */
export interface Proof {
  readonly name: string;
  readonly total: number;
  /** What a part is made of, where its parts are not what counts. */
  readonly unit?: { readonly name: string; readonly aPart: number };
  /** What went wrong in part `number` (from 1), or null. */
  runPart(number: number): Promise<string | null>;
}

export interface ProveOptions {
  readonly stateFile: string;
  readonly say: (line: string) => void;
  readonly restart: boolean;
  readonly only?: string;
  /** No part is begun later than this, Unix milliseconds. */
  readonly untilMs?: number;
}

interface State {
  /** Parts done, and what went wrong in them, by proof. */
  [proof: string]: { done: number; violations: string[] };
}

/** Runs the proofs from where they were; true when all are whole and nothing went wrong. */
export async function runProofs(proofs: readonly Proof[], options: ProveOptions): Promise<boolean> {
  const chosen = proofs.filter((proof) => options.only === undefined || proof.name === options.only);
  if (chosen.length === 0) {
    options.say(
      `There is no proof "${options.only}". There are: ${proofs.map((proof) => proof.name).join(', ')}.`,
    );
    return false;
  }
  const state = options.restart ? {} : readState(options.stateFile);
  for (const proof of chosen) await runProof(proof, state, options);
  options.say('| proof | parts | violations |\n|---|---|---|');
  for (const { name, total, unit = { name: '', aPart: 1 } } of chosen) {
    const { done, violations } = readEntry(state, name);
    const [did, whole] = [done, total].map((parts) => (parts * unit.aPart).toLocaleString('en'));
    options.say(`| ${name} | ${`${did} of ${whole} ${unit.name}`.trim()} | ${violations.length} |`);
    for (const violation of violations) options.say(`  ${violation}`);
  }
  return chosen.every(({ name }) => readEntry(state, name).violations.length === 0);
}

async function runProof(proof: Proof, state: State, options: ProveOptions): Promise<void> {
  const entry = readEntry(state, proof.name);
  state[proof.name] = entry;
  if (entry.done > 0 && entry.done < proof.total)
    options.say(`${proof.name}: goes on after part ${entry.done}`);
  while (entry.done < proof.total && Date.now() < (options.untilMs ?? Number.POSITIVE_INFINITY)) {
    const number = entry.done + 1;
    const violation = await proof.runPart(number);
    if (violation !== null) entry.violations.push(`part ${number}: ${violation}`);
    entry.done = number;
    keepState(options.stateFile, state);
    if (number % 10 === 0)
      options.say(`${proof.name}: ${number} of ${proof.total}, ${entry.violations.length} violations`);
  }
}

const readEntry = (state: State, name: string) => state[name] ?? { done: 0, violations: [] };

function readState(file: string): State {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return {};
    throw error;
  }
}

function keepState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 1));
  renameSync(`${file}.new`, file);
}
