import { z } from 'zod';
import { createId, readNow, type TillContext } from '../context.ts';
import { missField } from '../rest/body.ts';
import type { Route } from '../rest/call.ts';
import { flag, number, text } from '../rest/filter.ts';
import { type List, readShelf } from '../rest/list.ts';
import { createRowRoutes } from '../rest/row-routes.ts';
import type { TagRow } from '../rows.ts';
import { RELATED_ITEM_EXPANDS, showRelatedItems } from './related-items.ts';
import { showTag } from './tag-view.ts';

const TAG_BODY = z.object({
  name: z.string().min(1).max(255).exactOptional(),
  showInReporting: z.boolean().exactOptional(),
});

/** Adds a tag. */
export function createTag(till: TillContext, body: z.output<typeof TAG_BODY>): TagRow {
  const { name, showInReporting = false } = body;
  if (name === undefined) throw missField('name');
  return till.state.tags.put({ id: createId(till), name, showInReporting, modifiedTime: readNow(till) });
}

/** `/tags` (clover.md 6.5). */
export function createTagRoutes(till: TillContext): Route[] {
  const { tags, itemTags } = till.state;
  return createRowRoutes(till, {
    path: '/tags',
    idName: 'tagId',
    noun: 'Tag',
    area: 'inventory',
    list: createTagList(till),
    schema: TAG_BODY,
    find: (id) => tags.get(id),
    create: (body) => createTag(till, body),
    update: (tag, body) => tags.put({ ...tag, ...body, modifiedTime: readNow(till) }),
    remove: (tag) => {
      itemTags.dropRight(tag.id);
      tags.delete(tag.id);
    },
  });
}

function createTagList(till: TillContext): List<TagRow> {
  const { tags, itemTags } = till.state;
  return {
    source: readShelf(tags, () => tags.listNewestIds()),
    fields: {
      modifiedTime: number((tag) => tag.modifiedTime),
      deleted: flag(() => false),
      name: text((tag) => tag.name),
      showInReporting: flag((tag) => tag.showInReporting),
      id: text((tag) => tag.id),
    },
    expands: RELATED_ITEM_EXPANDS,
    show: (tag, expand) => ({
      ...showTag(tag),
      ...showRelatedItems(till, itemTags.leftsOf(tag.id), expand),
    }),
  };
}
