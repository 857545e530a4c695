import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { LINK_SENTENCES, REASON_SENTENCES, RULE_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { ProductShape, StoryShape } from '../../../src-preload/contract/shapes.ts';
import type { ProductStory } from '../../engine/face.ts';
import type { ListedProduct } from '../../engine/ledger-ports.ts';
import type { ToFieldValue } from './field-value.ts';

export function toProduct({ link, ...listed }: ListedProduct): ProductShape {
  return {
    linkId: link.id,
    kind: link.kind === 'variation' ? 'variation' : 'product',
    name: link.name,
    sku: link.sku,
    cloverId: link.cloverId,
    wooId: link.wooId,
    groupId: link.groupId,
    status: link.status,
    tillPrice: listed.tillPriceAmount,
    storePrice: listed.storePriceAmount,
    tillStock: listed.tillStock,
    storeStock: listed.storeStock,
    isDraft: listed.isDraft,
    isHiddenOnTill: listed.isHiddenOnTill,
    matchReason:
      listed.reason === null ? '' : (LINK_SENTENCES[listed.reason] ?? REASON_SENTENCES[listed.reason]),
    score: listed.score,
    pinned: [...link.pinned],
    lastSyncedMs: link.lastSyncedMs,
    failure: listed.failure && describeFailure(listed.failure),
  };
}

export function toStory(
  product: ListedProduct,
  { fields }: ProductStory,
  toFieldValue: ToFieldValue,
): StoryShape {
  return {
    product: toProduct(product),
    fields: fields.map(({ field, till, sent, store, waiting, history }) => ({
      field,
      till: toFieldValue(field, till),
      sent: toFieldValue(field, sent),
      store: toFieldValue(field, store),
      waiting: waiting && {
        till: toFieldValue(field, waiting.till),
        wanted: toFieldValue(field, waiting.wanted),
      },
      history: history.map(({ isUndone: _undone, ...event }) => ({
        ...event,
        rule: RULE_SENTENCES[event.rule],
        before: toFieldValue(field, event.before),
        after: toFieldValue(field, event.after),
      })),
    })),
  };
}
