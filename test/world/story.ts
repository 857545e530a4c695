import { createHash } from 'node:crypto';

/** What happened in one world, in order: for a person who looks for the reason, and as proof of sameness. */
export interface Story {
  tell(line: string): void;
  /** A request and what became of it; only counted into the hash. */
  trace(line: string): void;
  /** Something that a run of many seeds must have seen at least once. */
  note(what: string): void;
  readonly lines: readonly string[];
  readonly notes: ReadonlyMap<string, number>;
  hash(): string;
}

export function createStory(readMs: () => number): Story {
  const startMs = readMs();
  const lines: string[] = [];
  const notes = new Map<string, number>();
  const hash = createHash('sha256');
  const trace = (line: string): void => void hash.update(`${line}\n`);
  return {
    tell: (line) => {
      const text = `${((readMs() - startMs) / 1000).toFixed(2).padStart(9)}  ${line}`;
      lines.push(text);
      trace(text);
    },
    trace,
    note: (what) => void notes.set(what, (notes.get(what) ?? 0) + 1),
    lines,
    notes,
    hash: () => hash.copy().digest('hex'),
  };
}
