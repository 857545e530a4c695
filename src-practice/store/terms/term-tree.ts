import type { TermRecord } from './term.ts';

/** The given terms and everything below them: a category filter takes its children in. */
export function listWithDescendants(
  terms: ReadonlyMap<number, TermRecord>,
  ids: readonly number[],
): ReadonlySet<number> {
  const found = new Set(ids);
  let before = -1;
  while (found.size > before) {
    before = found.size;
    for (const term of terms.values()) if (found.has(term.parent)) found.add(term.id);
  }
  return found;
}

/** Whether giving the term this parent would close a circle. */
export function isLoop(terms: ReadonlyMap<number, TermRecord>, id: number, parent: number): boolean {
  for (let above: number | undefined = parent; above; above = terms.get(above)?.parent) {
    if (above === id) return true;
  }
  return false;
}
