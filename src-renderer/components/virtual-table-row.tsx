import type { CSSProperties, MouseEvent } from 'react';
import type { Column } from './virtual-table-head.tsx';

export interface TableRowProps<T, S extends string> {
  readonly id: string;
  readonly index: number;
  readonly columns: readonly Column<T, S>[];
  /** Not there until its page has come. */
  readonly row: T | undefined;
  readonly isActive: boolean;
  /** Where rows cannot be chosen, the active one counts as it. */
  readonly isChosen: boolean | undefined;
  readonly style: CSSProperties;
  readonly activate: () => void;
  readonly open: ((row: T) => void) | undefined;
}

/** What takes a click for itself. */
const OWN_CLICKS = 'input, button, a, label';

/** One row of a table; the grid around it has the focus and the keys. */
export function TableRow<T, S extends string>(props: TableRowProps<T, S>) {
  const { id, index, columns, row, isActive, isChosen, style, activate, open } = props;
  function handleClick({ target }: MouseEvent) {
    activate();
    const isOwn = target instanceof Element && target.closest(OWN_CLICKS) !== null;
    if (!isOwn && row !== undefined) open?.(row);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: a row placed by its offset cannot be one of a table element, and the grid has the focus and the keys
    <div
      id={id}
      role="row"
      className="tb-table-row"
      aria-rowindex={index + 2}
      aria-selected={isChosen ?? isActive}
      data-active={isActive || undefined}
      data-chosen={isChosen || undefined}
      data-opens={open ? true : undefined}
      onClick={handleClick}
      style={style}
    >
      {columns.map((c) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
        <div
          key={c.key}
          role="gridcell"
          className={c.isNumber ? 'tb-table-cell tb-table-number' : 'tb-table-cell'}
        >
          {row === undefined ? '…' : c.cell(row)}
        </div>
      ))}
    </div>
  );
}
