import { FailureError } from '../domain/failure.ts';

/**
 * A defect as it is written down: by type, so that nothing a shop holds can be in it. An error's message may quote what
 * was worked on, so it is left out; where it was thrown says the same of our own code.
 */
export interface CrashRecord {
  /** Unix milliseconds. */
  readonly atMs: number;
  readonly version: string;
  /** What failed: `engine`, `window`, or a phase of the start. */
  readonly where: string;
  /** The error's class, such as `TypeError`. */
  readonly error: string;
  /** `ENOSPC`, `SQLITE_FULL` or a failure's code; '' where there is none. */
  readonly code: string;
  /** Function and place in the program's own files, innermost first. */
  readonly frames: readonly string[];
}

const MOST_FRAMES = 12;
const CLASS = /^[A-Za-z_$][\w$]{0,39}$/;
const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;
/** Of a path only from the folder of the program on: what is before names the person's computer. */
const OWN_PATH = /^(?:.*\/)?((?:src-(?:main|practice|preload|hub)|out|node_modules)\/[\w@./-]+|node:[\w/]+)$/;
const FRAME = /^\s+at (?:(?:async )?([\w$.<>]{1,80})(?: \[as [\w$]{1,40}\])? \()?(.+?):(\d{1,7}):\d{1,7}\)?$/;

/** Writes a thrown value down, without its message. */
export function recordCrash(
  error: unknown,
  { where, atMs, version }: Pick<CrashRecord, 'where' | 'atMs' | 'version'>,
): CrashRecord {
  return { atMs, version, where, error: nameOf(error), code: codeOf(error), frames: framesOf(error) };
}

/** `TypeError ENOSPC at applyRow (src-main/engine/run-pool.ts:40)`, for a line of the log. */
export const describeCrash = ({
  error,
  code,
  frames,
}: Pick<CrashRecord, 'error' | 'code' | 'frames'>): string =>
  [error, code, frames[0] === undefined ? '' : `at ${frames[0]}`].filter((part) => part !== '').join(' ');

/** The same of what was thrown, where no record of it is kept: an error's own message may quote a shop's secret. */
export const describeDefect = (error: unknown): string =>
  describeCrash({ error: nameOf(error), code: codeOf(error), frames: framesOf(error) });

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${error === null ? 'null' : typeof error}`;
  const name = error.constructor.name;
  return CLASS.test(name) ? name : 'Error';
}

function codeOf(error: unknown): string {
  if (error instanceof FailureError) return error.failure.code;
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && CODE.test(code) ? code : '';
}

function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return [];
  const { stack, message } = error;
  // The message stands before the frames, and may itself look like one.
  const from = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(Math.max(0, from))
    .split('\n')
    .flatMap((line) => readFrame(line) ?? [])
    .slice(0, MOST_FRAMES);
}

function readFrame(line: string): string | null {
  const [, name, path = '', row = ''] = FRAME.exec(line) ?? [];
  if (path === '') return null;
  const own = OWN_PATH.exec(path.replaceAll('\\', '/'))?.[1] ?? 'elsewhere';
  return name === undefined ? `${own}:${row}` : `${name} (${own}:${row})`;
}
