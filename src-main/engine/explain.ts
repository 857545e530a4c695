import { createFailure } from '../domain/failure.ts';
import { type AgreedField, FIELD_NAMES, type FieldName, type Shadow } from '../domain/fields.ts';
import type { RunId } from '../domain/ids.ts';
import { type Attempt, type FieldStory, fail, type ProductStory, succeed } from './face.ts';
import type { FieldEvent } from './field-event.ts';
import { listFieldEvents } from './field-events.ts';
import type { Conflict, Ledger, Link, RunChange, RunKind } from './ledger-ports.ts';
import { findGone, findMaking } from './product-events.ts';

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
  const history = readHistory(ledger, link);
  const readKind = createKindReader(ledger);
  const listEvents = (name: FieldName): ChangeEvent[] =>
    history.flatMap((change) =>
      listFieldEvents(change, name, readKind(change.runId), link.wooId).map((event) => ({ change, event })),
    );
  const names = FIELD_NAMES.filter((name) => field === undefined || name === field);
  const made = findMaking(history);
  const gone = link.status === 'deleted' ? findGone(history) : null;
  return {
    link,
    ...(made ? { made } : {}),
    ...(gone ? { gone } : {}),
    ...tellSoldOut(ledger, link, shadow, () => listEvents('availability')),
    fields: names.flatMap((name): FieldStory[] => {
      const conflict = conflicts.get(name);
      const events = listEvents(name);
      const waiting = findWaiting(events, shadow[name]);
      const agreed =
        shadow[name] ?? (conflict && agreeOnBase(conflict)) ?? (waiting && agreeOnNothing(waiting));
      if (!agreed) return [];
      return [
        {
          field: name,
          ...agreed,
          ...(gone ? tellRemoval(events) : {}),
          waiting,
          ...(conflict ? { conflict } : {}),
          history: events.map(({ event }) => event).filter(({ state }) => state !== 'waiting'),
        },
      ];
    }),
  };
}

/** What was taken off one side since it is gone from the other is agreed with nobody, and yet so. */
function tellRemoval(events: readonly ChangeEvent[]): Partial<AgreedField> {
  const event = events[0]?.event;
  if (event?.state !== 'done') return {};
  if (event.rule === 'gone-from-till') return { store: event.after };
  return event.rule === 'gone-from-store' ? { till: event.after, sent: event.after } : {};
}

interface ChangeEvent {
  readonly change: RunChange;
  readonly event: FieldEvent;
}

/** What was made on the till as a whole, made its variants too. Newest first. */
function readHistory({ changes }: Ledger, { kind, cloverId, groupId }: Link): RunChange[] {
  const own = changes.history(cloverId, LONGEST_HISTORY);
  if (kind !== 'variation' || groupId === null) return own;
  const makings = changes.history(groupId, LONGEST_HISTORY).filter(({ tillPatch }) => tillPatch?.create);
  return [...own, ...makings].sort((one, two) => two.id - one.id);
}

function createKindReader({ runs }: Ledger): (runId: RunId) => RunKind | null {
  const kinds = new Map<RunId, RunKind | null>();
  return (runId) => {
    const known = kinds.get(runId);
    if (known !== undefined) return known;
    const kind = runs.get(runId)?.kind ?? null;
    kinds.set(runId, kind);
    return kind;
  };
}

/** Nothing was agreed on before the two sides differed. */
const agreeOnBase = ({ base }: Conflict): AgreedField => ({ till: base, sent: base, store: base });

const agreeOnNothing = ({ till, store }: NonNullable<FieldStory['waiting']>): AgreedField => ({
  till,
  sent: till,
  store,
});

/** Only the newest counts: an older refusal is over once something else was decided. */
function findWaiting(events: readonly ChangeEvent[], agreed: AgreedField | undefined): FieldStory['waiting'] {
  const [newest] = events;
  if (!newest || newest.event.state === 'done' || newest.change.isReleased) return null;
  const { to, before, after, other, failure } = newest.event;
  if (to === null) return null;
  // A person’s word on the whole product says nothing of what each side has.
  const isBlind = agreed !== undefined && newest.change.decisions.length === 0;
  const { till, store } = isBlind
    ? agreed
    : to === 'store'
      ? { till: other, store: before }
      : { till: before, store: other };
  return { to, till, store, wanted: after, failure };
}

/** How far a word of a person has come: the till is switched by a run of its own, the store follows the till. */
function tellSoldOut(
  ledger: Ledger,
  link: Link,
  { availability }: Shadow,
  listEvents: () => readonly ChangeEvent[],
): Pick<ProductStory, 'soldOut'> {
  const soldOut = ledger.stockRules.get(link.id)?.soldOut;
  if (!soldOut) return {};
  const newest = listEvents().find(({ event }) => event.to === 'till' && event.state === 'done');
  const isOffOnTill = availability?.till === 'off' || newest?.event.rule === 'sold-out';
  return { soldOut: { ...soldOut, isOffOnTill, store: availability?.store ?? null } };
}
