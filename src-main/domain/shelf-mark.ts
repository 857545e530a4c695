/** What the store may be told of a product whose count is used up; `store` leaves it to the store. */
export const SHELF_MODES = ['hide', 'out-of-stock', 'backorder'] as const;
export type ShelfMode = (typeof SHELF_MODES)[number];

/**
 * Kept with the product while its shelf is empty: what we saw to, and how it was before. Only that is ever taken back,
 * and what a person made of it since stays. `left`: a person does not want it (an undo), until there are pieces again.
 */
export interface ShelfMark {
  readonly mode: ShelfMode | 'left';
  readonly before: string;
}
