import type pg from 'pg';
import { ask } from '../postgres/pool.ts';
import {
  createGuessLimit,
  findNetwork,
  GUESS_WINDOW_MS,
  type GuessLimit,
  MOST_GUESSES_ALTOGETHER,
  MOST_GUESSES_PER_ADDRESS,
} from '../tenants/guess-limit.ts';
import type { TenantContext } from '../tenants/tenant-context.ts';

const TAKE = 'SELECT hub_take_guess($1, $2, $3, $4, $5) AS is_taken';
const FORGIVE = `DELETE FROM pairing_guess WHERE id = (SELECT max(id) FROM pairing_guess WHERE network = $1)`;

/**
 * Guesses at all nodes together: what they protect is one code, whichever node is asked. Each node counts its own as
 * well, so that a flood of them does not reach the database.
 */
export function createSharedGuessLimit(pool: pg.Pool, { seal }: TenantContext): GuessLimit {
  const own = createGuessLimit();
  const hide = (address: string): Buffer => seal.hash('guess', findNetwork(address));
  return {
    take: async (address, nowMs) => {
      if (!(await own.take(address, nowMs))) return false;
      const limits = [GUESS_WINDOW_MS, MOST_GUESSES_PER_ADDRESS, MOST_GUESSES_ALTOGETHER];
      const values = [hide(address), nowMs, ...limits];
      const { rows } = await ask<{ is_taken: boolean }>(pool, TAKE, values, 'hub_take_guess');
      const isTaken = rows[0]?.is_taken === true;
      if (!isTaken) await own.forgive(address);
      return isTaken;
    },
    forgive: async (address) => {
      await own.forgive(address);
      await ask(pool, FORGIVE, [hide(address)]);
    },
  };
}
