import { z } from 'zod';

/** Of the whole object only what names it; the rest is never looked at, kept or logged (H7). */
const named = z.object({
  id: z.number().int().positive(),
  type: z.string().optional().catch(undefined),
  parent_id: z.number().int().positive().optional().catch(undefined),
});
const RESOURCE = /^[a-z]{1,20}$/;

/**
 * The key of what a delivery is about: `product:12`, `order:104`, `variation:7:9` (the parent's id first). Null for
 * what has no id, such as `action.*` (woocommerce.md 5). A deleted variation says only its own id: `product:9`.
 */
export function readWooKey(resource: string, body: Buffer): string | null {
  if (!RESOURCE.test(resource)) return null;
  const object = named.safeParse(parse(body));
  if (!object.success) return null;
  const { id, type, parent_id: parentId } = object.data;
  if (resource === 'product' && type === 'variation' && parentId !== undefined)
    return `variation:${parentId}:${id}`;
  return `${resource}:${id}`;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null; // signed, but not JSON: it names nothing
  }
}
