import type { Database, Transaction } from 'better-sqlite3';
import type { Transport, WireAnswer } from '../../src-main/engine/ports.ts';
import { isWrite } from './faulty-transport.ts';

/** The app ended here: nothing that it would have done afterwards happens. */
export class Crash extends Error {}

/**
 * Counts what an app does that outlives it: each commit in the data file and each write that a side has
 * carried out. A crash before one of them is a crash after the one before, since reads leave nothing behind.
 */
export interface CrashPoints {
  /** Ends the app after this many lasting things from now; resolves when it has come so far. */
  arm(after: number): Promise<void>;
  /** Lets it live; answers how many lasting things it has done since it was armed. */
  disarm(): number;
  /** For the next life. The dead one's data file can be closed, and takes nothing any more. */
  revive(): void;
  watchDatabase(db: Database): Database;
  watchNetwork(real: Transport): Transport;
}

export function createCrashPoints(): CrashPoints {
  let left: number | null = null;
  let done = 0;
  let life = 0;
  let die: () => void = () => undefined;
  let isDead = false;

  const check = (bornIn: number): void => {
    if (isDead || bornIn !== life) throw new Crash('it is dead');
  };
  const note = (bornIn: number): void => {
    check(bornIn);
    done += 1;
    if (left === null || done < left) return;
    isDead = true;
    die();
    throw new Crash(`after ${done}`);
  };
  /** What it is to be armed for zero: dead before the first lasting thing. */
  const begin = (bornIn: number): void => {
    check(bornIn);
    if (left !== 0) return;
    isDead = true;
    die();
    throw new Crash('before the first');
  };

  const watchDatabase = (db: Database): Database => {
    const bornIn = life;
    const guard =
      <Args extends unknown[], Answer>(work: (...args: Args) => Answer) =>
      (...args: Args): Answer => {
        if (db.inTransaction) return work(...args);
        begin(bornIn);
        const answer = work(...args);
        note(bornIn);
        return answer;
      };
    const prepare = db.prepare.bind(db);
    const transaction = db.transaction.bind(db);
    return Object.assign(db, {
      prepare: (sql: string) => {
        const statement = prepare(sql);
        if (statement.readonly) return statement;
        const run = statement.run.bind(statement);
        Object.assign(statement, { run: guard(run) });
        if (statement.reader)
          Object.assign(statement, {
            get: guard(statement.get.bind(statement)),
            all: guard(statement.all.bind(statement)),
          });
        return statement;
      },
      transaction: (work: (...args: unknown[]) => unknown) => {
        const real = transaction(work) as Transaction;
        return Object.assign(guard(real), { immediate: guard(real.immediate) });
      },
    });
  };

  const watchNetwork = (real: Transport): Transport => {
    const bornIn = life;
    return {
      send: async (request): Promise<WireAnswer> => {
        try {
          if (!isWrite(request)) {
            check(bornIn);
            return await real.send(request);
          }
          begin(bornIn);
          const answer = await real.send(request);
          note(bornIn);
          return answer;
        } catch (error) {
          if (error instanceof Crash) return new Promise<never>(() => undefined);
          throw error;
        }
      },
    };
  };

  return {
    arm: (after) =>
      new Promise((resolve) => {
        [left, done, die] = [after, 0, resolve];
      }),
    disarm: () => {
      left = null;
      return done;
    },
    revive: () => {
      life += 1;
      isDead = false;
      left = null;
    },
    watchDatabase,
    watchNetwork,
  };
}
