import { createFailure } from '../domain/failure.ts';
import { type AgreedField, FIELD_NAMES, type FieldName } from '../domain/fields.ts';
import { type Attempt, type FieldStory, fail, type ProductStory, succeed } from './face.ts';
import type { Conflict, Ledger, Link, RunChange } from './ledger-ports.ts';

/** As many past decisions as a person would read. */
const LONGEST_HISTORY = 200;

/** "Why is this value here": for each field the agreed values and what every run decided about it. */
export function explainProduct(ledger: Ledger, text: string, field?: FieldName): Attempt<ProductStory> {
  const links = ledger.links.search(text).filter((link) => link.kind !== 'category');
  const [link] = links;
  if (!link) return fail(createFailure('USE_UNKNOWN_PRODUCT', { product: text }));
  if (links.length > 1) {
    const names = links.slice(0, 5).map((it) => `${it.name} (${it.cloverId})`);
    return fail(createFailure('USE_AMBIGUOUS_PRODUCT', { product: text, matches: names.join(', ') }));
  }
  return succeed(tellStory(ledger, link, field));
}

/** The agreed values of one product and what every run decided about them. */
export function tellStory(ledger: Ledger, link: Link, field?: FieldName): ProductStory {
  const shadow = ledger.shadows.get(link.id) ?? {};
  const conflicts = new Map(ledger.conflicts.ofLink(link.id).map((conflict) => [conflict.field, conflict]));
  const soldOut = ledger.stockRules.get(link.id)?.soldOut;
  const history = ledger.changes.history(link.cloverId, LONGEST_HISTORY);
  const names = FIELD_NAMES.filter((name) => field === undefined || name === field);
  return {
    link,
    ...(soldOut ? { soldOut } : {}),
    fields: names.flatMap((name): FieldStory[] => {
      const conflict = conflicts.get(name);
      const agreed = shadow[name] ?? (conflict && agreeOnBase(conflict));
      if (!agreed) return [];
      return [
        {
          field: name,
          ...agreed,
          waiting: findWaiting(history, name),
          ...(conflict ? { conflict } : {}),
          history: history.flatMap((change) => tellDecision(change, name)),
        },
      ];
    }),
  };
}

/** Nothing was agreed on before the two sides differed. */
const agreeOnBase = ({ base }: Conflict): AgreedField => ({ till: base, sent: base, store: base });

/** Only the newest decision counts: an older refusal is over once something else was decided. */
function findWaiting(history: readonly RunChange[], field: FieldName): FieldStory['waiting'] {
  const newest = history.find(({ state }) => state !== 'planned');
  if (newest?.state !== 'failed' && newest?.state !== 'waiting') return null;
  const decision = newest.decisions.find((it) => it.field === field);
  if (decision?.verdict !== 'write') return null;
  return { till: decision.till ?? decision.wanted, wanted: decision.wanted };
}

function tellDecision(change: RunChange, field: FieldName): FieldStory['history'][number][] {
  const decision = change.decisions.find((it) => it.field === field);
  if (!decision || (change.state !== 'done' && change.state !== 'undone' && change.state !== 'kept'))
    return [];
  const isWritten = decision.verdict === 'write';
  return [
    {
      runId: change.runId,
      atMs: change.doneMs,
      side: isWritten ? 'till' : 'store',
      rule: decision.rule,
      before: decision.store ?? null,
      after: isWritten ? decision.wanted : (decision.store ?? decision.wanted),
      isUndone: change.state === 'undone',
      requestId: change.requestId || null, // WooCommerce names none by itself
    },
  ];
}
