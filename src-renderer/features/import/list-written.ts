import type { PlanRowShape } from '../../../src-preload/contract/run-shapes.ts';
import type { FieldValueShape, SideName } from '../../../src-preload/contract/shapes.ts';
import { t, tell } from '../../i18n/i18n.ts';

/** What a run wrote: a field of a product with both values, or in words where there are none. */
export type WrittenLine = {
  readonly key: string;
  readonly name: string;
  readonly side: SideName;
} & (
  | { readonly field: string; readonly before: FieldValueShape; readonly after: FieldValueShape }
  | { readonly field: null; readonly words: string }
);

const WRITTEN: ReadonlySet<string> = new Set(['done', 'undone']);

const WORDS: Readonly<Partial<Record<PlanRowShape['action'], string>>> = {
  create_woo: t('Made new in the store'),
  create_clover: t('Made new on the till'),
  link: t('Linked, nothing written'),
};

/** The lines of a row; none where it was refused, or left alone. */
export function listWritten({ id, name, kind, action, state, reason, changes }: PlanRowShape): WrittenLine[] {
  if (!WRITTEN.has(state) || action === 'skip' || action === 'review') return [];
  const isOnTill = action === 'create_clover' || action === 'update_clover';
  const head = { name, side: isOnTill ? ('till' as const) : ('store' as const) };
  const isMade = action === 'create_woo' || action === 'create_clover';
  const lines = isMade ? [] : changes.flatMap((change) => readChange(change, { ...head, key: `${id}` }));
  if (lines.length > 0 || action === 'conflict') return lines;
  const words = kind === 'category' && !isMade ? t('Category kept in step') : (WORDS[action] ?? tell(reason));
  return [{ ...head, key: `${id}`, field: null, words }];
}

function readChange(
  { field, verdict, till, wanted, store, pushed }: PlanRowShape['changes'][number],
  { name, key }: { readonly name: string; readonly key: string },
): WrittenLine[] {
  const head = { key: `${key} ${field} ${verdict}`, name, field };
  if (verdict === 'write') return [{ ...head, side: 'store', before: store, after: wanted }];
  return verdict === 'push' ? [{ ...head, side: 'till', before: till, after: pushed }] : [];
}
