import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface Column<T, S extends string = string> {
  readonly key: string;
  readonly title: string;
  /** A track of a CSS grid, such as `2fr` or `120px`. */
  readonly width: string;
  readonly isNumber?: boolean;
  readonly sort?: S;
  readonly cell: (row: T) => ReactNode;
}

export interface VirtualTableProps<T, S extends string> {
  readonly label: string;
  readonly columns: readonly Column<T, S>[];
  readonly total: number;
  readonly rowAt: (index: number) => T | undefined;
  readonly needRows: (first: number, last: number) => void;
  readonly onOpen?: (row: T) => void;
  readonly sort?: { readonly by: S; readonly isDescending: boolean; readonly change: (by: S) => void };
}

const ROW_PIXELS = 44;
const STEPS: Readonly<Record<string, number>> = {
  j: 1,
  ArrowDown: 1,
  k: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

/** A table of any length of which only the rows in view exist; j, k and the arrows move, Enter opens. */
export function VirtualTable<T, S extends string = string>(props: VirtualTableProps<T, S>) {
  const { columns, total, rowAt, needRows, onOpen, sort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (total > 0) needRows(first, last);
  }, [first, last, total, needRows]);
  const tracks = { display: 'grid', gridTemplateColumns: columns.map((c) => c.width).join(' '), gap: 12 };

  function handleKey(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || total === 0) return;
    if (event.key === 'Enter') {
      const row = rowAt(active);
      if (row !== undefined) onOpen?.(row);
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(total - 1, Math.max(0, active + step));
    setActive(next);
    virtual.scrollToIndex(next);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows placed by their offset cannot be rows of a table element
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-activedescendant={items.some((i) => i.index === active) ? `${id}-${active}` : undefined}
      onKeyDown={handleKey}
      style={{ height: '100%', minHeight: 320, overflow: 'auto' }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above; the grid has the focus */}
      <div
        role="row"
        aria-rowindex={1}
        style={{
          ...tracks,
          position: 'sticky',
          top: 0,
          zIndex: 1,
          padding: '8px 12px',
          background: 'var(--mantine-color-body)',
        }}
      >
        {columns.map((c) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
          <div
            key={c.key}
            role="columnheader"
            aria-sort={
              c.sort === undefined || sort?.by !== c.sort
                ? 'none'
                : sort.isDescending
                  ? 'descending'
                  : 'ascending'
            }
            style={{ fontWeight: 600, textAlign: c.isNumber ? 'right' : 'left' }}
          >
            {c.sort !== undefined && sort !== undefined ? (
              <button
                type="button"
                onClick={() => c.sort !== undefined && sort.change(c.sort)}
                style={{
                  all: 'revert',
                  background: 'none',
                  border: 0,
                  font: 'inherit',
                  color: 'inherit',
                  cursor: 'pointer',
                  padding: 0,
                }}
              >
                {c.title}
                {sort.by === c.sort ? (sort.isDescending ? ' ↓' : ' ↑') : ''}
              </button>
            ) : (
              c.title
            )}
          </div>
        ))}
      </div>
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: see above
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === active}
              onClick={() => {
                setActive(item.index);
                if (row !== undefined) onOpen?.(row);
              }}
              style={{
                ...tracks,
                position: 'absolute',
                insetInline: 0,
                height: ROW_PIXELS,
                alignItems: 'center',
                padding: '0 12px',
                transform: `translateY(${item.start}px)`,
                cursor: onOpen ? 'pointer' : 'default',
                borderTop: '1px solid var(--mantine-color-default-border)',
                background: item.index === active ? 'var(--mantine-color-default-hover)' : undefined,
              }}
            >
              {columns.map((c) => (
                // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
                <div
                  key={c.key}
                  role="gridcell"
                  style={{
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                    whiteSpace: 'nowrap',
                    textAlign: c.isNumber ? 'right' : 'left',
                    fontVariantNumeric: c.isNumber ? 'tabular-nums' : undefined,
                  }}
                >
                  {row === undefined ? '…' : c.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
