import { succeed } from '../../engine/face.ts';
import { announceProducts } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { createFieldView } from '../views/field-value.ts';
import { toPlan } from '../views/plan-view.ts';
import { toProduct, toStory } from '../views/product-view.ts';

type Channels =
  | 'products:page'
  | 'products:drafts'
  | 'products:planPublish'
  | 'products:story'
  | 'products:unlink'
  | 'products:pin'
  | 'links:clean';

const CLEANING = { name: 'a clean start', runId: null };

export function createProductHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { records } = deps.engine;
  return {
    'products:page': (filter) => {
      const { products, total } = records.products(filter);
      return succeed({ products: products.map(toProduct), total });
    },
    'products:drafts': () => succeed({ count: records.countDrafts() }),
    'products:planPublish': () => {
      const idle = deps.session.checkIdle();
      if (!idle.ok) return idle;
      const planned = records.planPublish();
      if (!planned.ok) return planned;
      announceProducts(deps);
      return succeed(toPlan(planned.value));
    },
    'products:story': ({ linkId }) => {
      const product = records.product(linkId);
      if (!product.ok) return product;
      const story = records.story(linkId);
      if (!story.ok) return story;
      return succeed(toStory(product.value, story.value, createFieldView(records.categoryNames())));
    },
    'products:unlink': ({ linkIds }) => {
      const idle = deps.session.checkIdle();
      if (!idle.ok) return idle;
      const unlinked = records.unlink(linkIds);
      announceProducts(deps);
      return succeed({ unlinked });
    },
    'products:pin': ({ linkId, field, isPinned }) => {
      const product = records.pin(linkId, field, isPinned);
      if (!product.ok) return product;
      announceProducts(deps);
      return succeed(toProduct(product.value));
    },
    'links:clean': async () => {
      // What a pass under way has yet to note would be a link again.
      const cleaned = await deps.session.work(CLEANING, async () =>
        succeed({ forgotten: deps.engine.clean() }),
      );
      announceProducts(deps);
      return cleaned;
    },
  };
}
