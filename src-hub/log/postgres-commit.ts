import type pg from 'pg';
import { PATIENCE_MS, persist } from '../postgres/persist.ts';
import { ask } from '../postgres/pool.ts';
import type { HubTime } from '../runtime/time.ts';
import { LONGEST_PENDING, type NewHint } from './event-log.ts';

/** How long work that nobody waits for may wait for a commit of others. */
const LAZY_MS = 20;

export interface Acknowledgement {
  readonly shopId: string;
  readonly deviceId: string;
  readonly seq: number;
}

/** What is seldom written, as the function of the database reads it. */
export type RareWork =
  | { readonly kind: 'open' | 'drop'; readonly shopId: string; readonly deviceId: string }
  | {
      readonly kind: 'collapse';
      readonly shopId: string;
      readonly side: number;
      readonly reason: string;
      readonly atMs: number;
    };

interface Batch {
  readonly hints: NewHint[];
  readonly digests: (readonly [digest: string, atMs: number])[];
  readonly acknowledged: Acknowledgement[];
  readonly rare: RareWork[];
  /** Since when somebody waits for it, on the clock that is never set; null while nobody does. */
  sinceMs: number | null;
  readonly done: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

const SIDE = { till: 1, store: 2 } as const;

function createBatch(): Batch {
  let settle = { resolve: (): void => undefined, reject: (_error: unknown): void => undefined };
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  done.catch(() => undefined); // those who wait for it are told
  return { hints: [], digests: [], acknowledged: [], rare: [], sinceMs: null, done, ...settle };
}

/**
 * Work of many requests is one call of the database, and so one commit and one flush of its journal. One commit is under
 * way at a time; what comes meanwhile is the next one.
 */
export class PostgresCommit {
  readonly #pool: pg.Pool;
  readonly #time: HubTime;
  readonly #tell: (shopIds: readonly string[]) => void;
  #batch = createBatch();
  #isBusy = false;
  #isDue = false;
  #lazy: { cancel(): void } | null = null;
  #commits = 0;

  /** @param tell which shops have news, after each commit */
  constructor(pool: pg.Pool, time: HubTime, tell: (shopIds: readonly string[]) => void) {
    this.#pool = pool;
    this.#time = time;
    this.#tell = tell;
  }

  append(hints: readonly NewHint[]): Promise<void> {
    this.#batch.hints.push(...hints);
    return this.#plan();
  }

  /** Written with what follows in the same turn. Resolves when that is done. */
  noteDigest(digest: string, atMs: number): Promise<void> {
    this.#batch.digests.push([digest, atMs]);
    return this.#plan();
  }

  addRare(work: RareWork): Promise<void> {
    this.#batch.rare.push(work);
    return this.#plan();
  }

  acknowledge(acknowledgement: Acknowledgement): Promise<void> {
    this.#batch.acknowledged.push(acknowledgement);
    this.#lazy ??= this.#time.after(LAZY_MS, () => void this.#plan());
    return this.#batch.done;
  }

  /** Resolves when all that was given is written or has failed. */
  async settle(): Promise<void> {
    await this.#plan().catch(() => undefined);
  }

  countCommits(): number {
    return this.#commits;
  }

  #plan(): Promise<void> {
    this.#batch.sinceMs ??= this.#time.monotonicMs();
    if (!this.#isDue && !this.#isBusy) this.#time.soon(() => void this.#flush());
    this.#isDue = true;
    return this.#batch.done;
  }

  async #flush(): Promise<void> {
    this.#isDue = false;
    this.#isBusy = true;
    this.#lazy?.cancel();
    this.#lazy = null;
    const batch = this.#batch;
    this.#batch = createBatch();
    try {
      const news = isEmpty(batch) ? [] : await this.#write(batch);
      batch.resolve();
      if (news.length > 0) this.#tell(news);
    } catch (error) {
      batch.reject(error);
    }
    this.#isBusy = false;
    // Those who were just answered have their next turn first, so that they share the next commit.
    if (this.#isDue) this.#time.soon(() => void this.#flush());
  }

  /**
   * Written again where it may not have been: a row told of twice is one row. While the database is away, batch fails
   * after batch, so each is given up when those who wait for it longest have waited long enough.
   */
  async #write(batch: Batch): Promise<readonly string[]> {
    const values = listValues(batch);
    const untilMs = (batch.sinceMs ?? this.#time.monotonicMs()) + PATIENCE_MS;
    const { rows } = await persist(this.#time, untilMs, (withinMs) =>
      ask<{ shop: string }>(this.#pool, COMMIT, values, 'hub_log_commit', withinMs),
    );
    this.#commits += 1;
    return [...new Set(rows.map(({ shop }) => shop))];
  }
}

const COMMIT =
  'SELECT shop FROM hub_log_commit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11) AS t (shop)';

const isEmpty = ({ hints, digests, acknowledged, rare }: Batch): boolean =>
  hints.length + digests.length + acknowledged.length + rare.length === 0;

const listValues = ({ hints, digests, acknowledged, rare }: Batch): unknown[] => [
  hints.map(({ shopId }) => shopId),
  hints.map(({ side }) => SIDE[side]),
  hints.map(({ key }) => key),
  hints.map(({ atMs }) => atMs),
  digests.map(([digest]) => digest),
  digests.map(([, atMs]) => atMs),
  acknowledged.map(({ shopId }) => shopId),
  acknowledged.map(({ deviceId }) => deviceId),
  acknowledged.map(({ seq }) => seq),
  JSON.stringify(rare),
  LONGEST_PENDING,
];
