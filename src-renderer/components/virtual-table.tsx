import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { t } from '../i18n/i18n.ts';
import { formatCount } from './money.ts';
import { toRem, useRemScale } from './rem-scale.ts';
import { useScreenKeys } from './use-screen-keys.ts';
import './virtual-table.css';
import { type Column, type SortState, TableHead } from './virtual-table-head.tsx';
import { TableRow } from './virtual-table-row.tsx';

export type { Column } from './virtual-table-head.tsx';

export interface RowChoice<T> {
  readonly isChosen: (row: T) => boolean;
  readonly toggle: (row: T) => void;
}

export interface VirtualTableProps<T, S extends string> {
  readonly label: string;
  readonly columns: readonly Column<T, S>[];
  readonly total: number;
  readonly rowAt: (index: number) => T | undefined;
  readonly needRows: (first: number, last: number) => void;
  /** Another number is another list: it starts at its top. */
  readonly listNumber?: number;
  readonly onOpen?: (row: T) => void;
  readonly sort?: SortState<S>;
  /** What other keys do with the active row. */
  readonly keys?: Readonly<Record<string, (row: T) => void>>;
  /** Rows can be chosen, with the space bar too. */
  readonly choice?: RowChoice<T>;
  /** Narrower than this, the table scrolls sideways; in pixels. */
  readonly leastWidth?: number;
  /** Higher rows, for cells of a badge and a line of text. */
  readonly rowHeight?: number;
}

/** From this width on, the window has room for every column. */
const ROOMY = '(min-width: 68em)';
const ROW_PIXELS = 46;
/** As in the style sheet, at the usual size of letters. */
const HEAD_PIXELS = 56;
const STEPS: Readonly<Record<string, number>> = {
  j: 1,
  ArrowDown: 1,
  k: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** A table of any length of which only the rows in view exist; j, k and the arrows move, Enter opens. */
export function VirtualTable<T, S extends string = string>(props: VirtualTableProps<T, S>) {
  const { total, rowAt, onOpen, sort, choice } = props;
  const scale = useRemScale();
  const rowHeight = (props.rowHeight ?? ROW_PIXELS) * scale;
  const id = useId();
  const hasRoom = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false });
  const columns = hasRoom ? props.columns : props.columns.filter(({ isExtra }) => !isExtra);
  const { scroller, active, setActive, virtual, items } = useRows(props, scale);
  const handleKey = readKeys(props, active, (next) => {
    setActive(next);
    virtual.scrollToIndex(next);
  });
  useScreenKeys((event) => {
    if (!isScreenKey(event, props.keys)) return;
    scroller.current?.focus();
    handleKey(event);
  });
  const isWhole = columns.length === props.columns.length;
  const tracks = layTracks(columns, isWhole ? (props.leastWidth ?? 0) * scale : 0);
  return (
    <>
      <span className="tb-hidden" role="status">
        {t('{{number}} rows', { count: total, number: formatCount(total) })}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: rows placed by their offset cannot be rows of a table element */}
      <div
        ref={scroller}
        role="grid"
        className="tb-table"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-multiselectable={choice ? true : undefined}
        aria-activedescendant={items.some((i) => i.index === active) ? `${id}-${active}` : undefined}
        onKeyDown={(event) => isOwnKey(event) && handleKey(event)}
      >
        <TableHead columns={columns} sort={sort} tracks={tracks} />
        <div
          role="presentation"
          className="tb-table-body"
          style={{ height: virtual.getTotalSize(), minWidth: tracks.minWidth }}
        >
          {items.map(({ index, start, key }) => {
            const row = rowAt(index);
            return (
              <TableRow
                key={key}
                id={`${id}-${index}`}
                index={index}
                columns={columns}
                row={row}
                isActive={index === active}
                isChosen={choice && (row === undefined ? false : choice.isChosen(row))}
                style={{
                  ...tracks,
                  height: rowHeight,
                  transform: `translateY(${start - HEAD_PIXELS * scale}px)`,
                }}
                activate={() => setActive(index)}
                open={onOpen}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

const layTracks = (columns: readonly { readonly width: string }[], minWidth: number) => ({
  gridTemplateColumns: columns.map(({ width }) => toRem(width)).join(' '),
  minWidth,
});

type RowSource = Pick<VirtualTableProps<unknown, string>, 'total' | 'needRows' | 'listNumber' | 'rowHeight'>;

/** Which rows are in view and which one is active; asks for those that are missing. */
function useRows({ total, needRows, listNumber = 0, rowHeight = ROW_PIXELS }: RowSource, scale: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, total - 1));
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * scale,
    overscan: 8,
    scrollMargin: HEAD_PIXELS * scale,
    scrollPaddingStart: HEAD_PIXELS * scale,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (total > 0) needRows(first, last);
  }, [first, last, total, needRows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its top
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [listNumber]);
  return { scroller, active, setActive, virtual, items };
}

type PressedKey = Pick<KeyboardEvent, 'key' | 'preventDefault'>;

/** A key of the grid itself; those of what stands in it are not its own. */
const isOwnKey = ({ target, currentTarget, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  target === currentTarget && !ctrlKey && !metaKey && !altKey;

/** Works without the focus too. The arrows and the like move the page then, as everywhere. */
const isScreenKey = (
  { key, repeat }: { readonly key: string; readonly repeat: boolean },
  keys = {},
): boolean => key === 'j' || key === 'k' || (key === 'Enter' && !repeat) || Object.hasOwn(keys, key);

function readKeys<T, S extends string>(
  { total, rowAt, onOpen, choice, keys }: VirtualTableProps<T, S>,
  active: number,
  goTo: (index: number) => void,
) {
  return (event: PressedKey): void => {
    const row = rowAt(active);
    const step = STEPS[event.key];
    if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    else if (event.key === ' ' && row !== undefined) choice?.toggle(row);
    else if (row !== undefined && keys?.[event.key]) keys[event.key]?.(row);
    else if (step !== undefined && total > 0) goTo(Math.min(total - 1, Math.max(0, active + step)));
    else return;
    event.preventDefault();
  };
}
