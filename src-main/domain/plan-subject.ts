import type { ForeignCategories } from './build-patch.ts';
import type { NewProduct } from './create-patch.ts';
import type { FieldName } from './fields.ts';
import type { CloverId, WooId } from './ids.ts';
import type { Choice, KnownLink } from './known-link.ts';
import type { LivePlan } from './live-plan.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanRow, ReasonCode, RowKind } from './plan-row.ts';
import type { StoreIndex } from './store-index.ts';
import type { TillReader } from './till-values.ts';
import type { WantedFields } from './wanted-fields.ts';

/** One thing on the till that is to have a counterpart in the store. */
export interface Subject extends TillSubject {
  readonly kind: Exclude<RowKind, 'category'>;
  readonly id: CloverId;
  readonly parentId: CloverId | null;
  readonly name: string;
  readonly sku: string;
  readonly fields: WantedFields;
  readonly made: NewProduct;
}

/** What planning one subject needs around it. */
export interface ItemPlanner {
  readonly context: PlanContext;
  readonly index: StoreIndex;
  readonly foreign: ForeignCategories;
  /** Till category of each store category that is linked, by the store id as text. */
  readonly tillIds: ReadonlyMap<string, CloverId>;
  readonly links: ReadonlyMap<CloverId, KnownLink>;
  readonly choices: ReadonlyMap<CloverId, Choice>;
  /** Store products that are spoken for; grows while the plan is made. */
  readonly taken: Set<WooId>;
  /** Till ids whose counterpart the sync is still making, or which it makes for a product of the store. */
  readonly underway: ReadonlySet<CloverId>;
  /** Fields whose open conflict waits for a person. */
  readonly held: (id: CloverId) => ReadonlySet<FieldName>;
  /** null for an import from the till, which writes to the store only. */
  readonly live: LivePlan | null;
  /** Rows of a subject besides the one that its planning answers; the caller yields them. */
  readonly beside: PlanRow[];
}

/** What a subject needs so that its item can be written to. */
export interface TillSubject {
  readonly toTill?: TillReader;
  readonly toStore?: TillReader;
  /** Till ids of the item's categories now. */
  readonly tillCategories?: readonly CloverId[];
}

/** The row of a subject that writes nothing. */
export function emptyRow(subject: Subject, action: PlanRow['action'], reason: ReasonCode): PlanRow {
  return {
    kind: subject.kind,
    action,
    reason,
    notes: subject.fields.notes,
    cloverId: subject.id,
    wooId: null,
    parentCloverId: subject.parentId,
    name: subject.name,
    sku: subject.sku,
    decisions: [],
    patch: null,
    undo: null,
    tillPatch: null,
    tillUndo: null,
    suggestions: [],
    score: null,
  };
}
