import { EVENT_SENTENCES, LINK_SENTENCES, REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { ProductShape, StoryShape } from '../../../src-preload/contract/shapes.ts';
import { type FieldStory, isNews, type ProductStory } from '../../engine/face.ts';
import type { ListedProduct } from '../../engine/ledger-ports.ts';
import { describeFailure } from '../speech.ts';
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
  { fields, made, gone, soldOut }: ProductStory,
  toFieldValue: ToFieldValue,
): StoryShape {
  return {
    product: toProduct(product),
    made: made ? { ...made } : null,
    gone: gone ? { ...gone } : null,
    soldOut: soldOut ? { ...soldOut, store: toFieldValue('availability', soldOut.store) } : null,
    fields: fields.map((story) => toFieldStory(story, toFieldValue)),
  };
}

function toFieldStory(story: FieldStory, toFieldValue: ToFieldValue): StoryShape['fields'][number] {
  const { field, till, sent, store, waiting, conflict, history } = story;
  const show = (value: FieldStory['till']) => toFieldValue(field, value);
  return {
    field,
    till: show(till),
    sent: show(sent),
    store: show(store),
    waiting: waiting && {
      to: waiting.to,
      till: show(waiting.till),
      store: show(waiting.store),
      wanted: show(waiting.wanted),
      failure: waiting.failure && describeFailure(waiting.failure),
    },
    conflict: conflict ? { till: show(conflict.till), store: show(conflict.store) } : null,
    history: history
      .filter(isNews)
      .map(({ state: _state, rule, before, after, other, failure, ...event }) => ({
        ...event,
        rule: EVENT_SENTENCES[rule],
        before: show(before),
        after: show(after),
        other: show(other),
        failure: failure && describeFailure(failure),
      })),
  };
}
