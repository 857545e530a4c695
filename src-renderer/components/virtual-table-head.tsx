import type { CSSProperties, ReactNode } from 'react';

export interface Column<T, S extends string = string> {
  readonly key: string;
  readonly title: string;
  /** In place of the title, such as a box that chooses all rows. */
  readonly head?: ReactNode;
  /** A track of a CSS grid, such as `2fr` or `120px`. */
  readonly width: string;
  readonly isNumber?: boolean;
  /** Left out in a narrow window; what it says stands elsewhere too. */
  readonly isExtra?: boolean;
  readonly sort?: S;
  /** A second value in the same column, with a sort of its own. */
  readonly second?: { readonly title: string; readonly sort: S };
  readonly cell: (row: T) => ReactNode;
}

export interface SortState<S extends string> {
  readonly by: S;
  readonly isDescending: boolean;
  readonly change: (by: S) => void;
}

export interface TableHeadProps<T, S extends string> {
  readonly columns: readonly Column<T, S>[];
  readonly sort: SortState<S> | undefined;
  readonly tracks: CSSProperties;
}

interface HeadSort<S extends string> {
  readonly title: string;
  readonly sort: S;
}

function listSorts<T, S extends string>({ title, sort, second }: Column<T, S>): HeadSort<S>[] {
  return [...(sort === undefined ? [] : [{ title, sort }]), ...(second ? [second] : [])];
}

/** The first row of a table; a title that can sort is a button. */
export function TableHead<T, S extends string>({ columns, sort, tracks }: TableHeadProps<T, S>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid around it is no table element
    <div role="row" aria-rowindex={1} className="tb-table-row tb-table-head" style={tracks}>
      {columns.map((c) => {
        const sorts = sort ? listSorts(c) : [];
        const isSorted = sorts.some((it) => it.sort === sort?.by);
        return (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
          <div
            key={c.key}
            role="columnheader"
            aria-sort={isSorted ? (sort?.isDescending ? 'descending' : 'ascending') : undefined}
            className={c.isNumber ? 'tb-table-number' : undefined}
          >
            {sorts.length === 0 || !sort
              ? (c.head ?? c.title)
              : sorts.map((it) => <SortButton key={it.sort} {...it} state={sort} />)}
          </div>
        );
      })}
    </div>
  );
}

function SortButton<S extends string>(props: HeadSort<S> & { readonly state: SortState<S> }) {
  const { title, sort, state } = props;
  return (
    <button type="button" className="tb-table-sort" onClick={() => state.change(sort)}>
      {title}
      {state.by === sort && <span aria-hidden> {state.isDescending ? '↓' : '↑'}</span>}
    </button>
  );
}
