import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';

export const PAGE_ROWS = 200;

export interface RowPage<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

export interface PagedRows<T> {
  readonly rowAt: (index: number) => T | undefined;
  readonly loaded: () => T[];
  /** null until the first page came. */
  readonly total: number | null;
  readonly failure: FailureShape | null;
  readonly needRows: (first: number, last: number) => void;
}

interface Loaded<T> {
  readonly pages: ReadonlyMap<number, readonly T[]>;
  readonly total: number | null;
  readonly failure: FailureShape | null;
  /** Pages of different rounds must not be mixed. */
  readonly round: Round | null;
}

interface Round {
  readonly asked: Set<number>;
}

/**
 * Rows fetched in pages as they come into view. Give `fetchPage` a stable identity: a new one means other rows, and the
 * old ones stay on screen until its first answer. A change of `version` reads the same rows anew.
 */
export function usePagedRows<T>(
  fetchPage: (offset: number, limit: number) => Promise<Answer<RowPage<T>>>,
  version: number,
): PagedRows<T> {
  const [state, setState] = useState<Loaded<T>>({
    pages: new Map(),
    total: null,
    failure: null,
    round: null,
  });
  const round = useRef<Round>({ asked: new Set() });

  const ask = useCallback(
    async (page: number) => {
      const mine = round.current;
      mine.asked.add(page);
      const answer = await fetchPage(page * PAGE_ROWS, PAGE_ROWS);
      if (mine !== round.current) return;
      if (!answer.ok) {
        setState((old) => ({ ...old, failure: answer.failure }));
        return;
      }
      const { rows, total } = answer.value;
      setState((old) => ({
        pages: new Map([...(old.round === mine ? old.pages : []), [page, rows]]),
        total,
        failure: null,
        round: mine,
      }));
    },
    [fetchPage],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version reads the same rows anew
  useEffect(() => {
    round.current = { asked: new Set() };
    void ask(0);
  }, [ask, version]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version must ask for the rows in view again
  const needRows = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) {
        if (!round.current.asked.has(page)) void ask(page);
      }
    },
    [ask, version],
  );

  return {
    rowAt: (index) => state.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    loaded: () =>
      [...state.pages.keys()].sort((a, b) => a - b).flatMap((page) => state.pages.get(page) ?? []),
    total: state.total,
    failure: state.failure,
    needRows,
  };
}
