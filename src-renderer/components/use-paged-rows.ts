import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';

const PAGE_ROWS = 200;

export interface RowPage<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

type FetchPage<T> = (offset: number, limit: number) => Promise<Answer<RowPage<T>>>;

export interface PagedRows<T> {
  readonly rowAt: (index: number) => T | undefined;
  /** null until the first page came. */
  readonly total: number | null;
  /** Grows with each new list; a list that is only read anew keeps its number. */
  readonly listNumber: number;
  /** Of the pages that are missing. */
  readonly failure: FailureShape | null;
  readonly needRows: (first: number, last: number) => void;
  /** Asks again for the pages that failed. */
  readonly retry: () => void;
}

interface Shown<T> {
  readonly source: FetchPage<T> | null;
  readonly listNumber: number;
  readonly pages: ReadonlyMap<number, readonly T[]>;
  readonly total: number | null;
  readonly failure: FailureShape | null;
}

interface Round {
  readonly asked: Set<number>;
  readonly failed: Set<number>;
}

const createRound = (): Round => ({ asked: new Set(), failed: new Set() });

/**
 * Rows fetched in pages as they come into view. Give `fetchPage` a stable identity: a new one means another list, and the
 * old one stays on screen until its first answer. A change of `version` reads the same list anew, page by page in place.
 */
export function usePagedRows<T>(fetchPage: FetchPage<T>, version: number): PagedRows<T> {
  const [shown, setShown] = useState<Shown<T>>({
    source: null,
    listNumber: 0,
    pages: new Map(),
    total: null,
    failure: null,
  });
  const round = useRef(createRound());

  const ask = useCallback(
    async (page: number) => {
      const mine = round.current;
      mine.asked.add(page);
      mine.failed.delete(page);
      const answer = await fetchPage(page * PAGE_ROWS, PAGE_ROWS);
      if (mine !== round.current) return;
      if (!answer.ok) {
        mine.asked.delete(page);
        mine.failed.add(page);
        setShown((old) => ({ ...old, failure: answer.failure }));
        return;
      }
      const { rows, total } = answer.value;
      const isWhole = mine.failed.size === 0;
      setShown((old) => ({
        source: fetchPage,
        listNumber: old.source === fetchPage ? old.listNumber : old.listNumber + 1,
        pages: new Map([...(old.source === fetchPage ? old.pages : []), [page, rows]]),
        total,
        failure: isWhole ? null : old.failure,
      }));
    },
    [fetchPage],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version reads the same list anew
  useEffect(() => {
    round.current = createRound();
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

  const retry = useCallback(() => {
    for (const page of [...round.current.failed]) void ask(page);
  }, [ask]);

  return {
    rowAt: (index) => shown.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    total: shown.total,
    listNumber: shown.listNumber,
    failure: shown.failure,
    needRows,
    retry,
  };
}
