import type { StatusShape } from '../../../src-preload/contract/shapes.ts';

/** Products that are kept in step, or are to be. */
export const countLinked = ({ products }: Pick<StatusShape, 'products'>): number =>
  Object.values(products).reduce((sum, count) => sum + (count ?? 0), 0);
