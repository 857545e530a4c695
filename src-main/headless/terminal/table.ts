import { measureWidth, padText } from './display-width.ts';

export interface Column {
  readonly title?: string;
  /** Numbers stand right. */
  readonly side?: 'left' | 'right';
}

const GAP = '  ';

/** Rows as lines with aligned columns; a title line comes first when a column has one. */
export function layOutTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const hasTitles = columns.some((column) => column.title !== undefined);
  const all = hasTitles ? [columns.map((column) => column.title ?? ''), ...rows] : rows;
  const widths = columns.map((_, at) =>
    all.reduce((widest, row) => Math.max(widest, measureWidth(row[at] ?? '')), 0),
  );
  return all.map((row) =>
    columns
      .map((column, at) => padText(row[at] ?? '', widths[at] ?? 0, column.side))
      .join(GAP)
      .trimEnd(),
  );
}
