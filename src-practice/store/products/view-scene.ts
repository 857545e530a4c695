import type { RestCall } from '../rest/call.ts';
import { formatDate } from '../rest/dates.ts';
import type { FieldSelection } from '../rest/field-selection.ts';
import { formatParagraphs } from '../rest/text.ts';
import { toList, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { MetaEntry, ProductImage, ProductRecord, VariationChoice } from './product.ts';

/** What rendering a record needs to know beside it. */
export interface ViewSettings {
  readonly shop: Shop;
  readonly origin: string;
  /** Answers to writes are in the context "edit": texts as stored, two fields more. */
  readonly isEdit: boolean;
  readonly includedMeta: ReadonlySet<string> | undefined;
  readonly excludedMeta: ReadonlySet<string>;
}

export interface Scene extends ViewSettings {
  readonly record: ProductRecord;
}

export type FieldRenderers = readonly (readonly [name: string, render: (scene: Scene) => unknown])[];

/** Reads the parameters of a call that shape the view. */
export function readViewSettings(shop: Shop, call: RestCall): ViewSettings {
  const isWrite = call.method !== 'GET' && call.method !== 'HEAD';
  const included = toList(call.params.include_meta).map(toText);
  return {
    shop,
    origin: call.origin,
    isEdit: isWrite || call.params.context === 'edit',
    includedMeta: included.length > 0 ? new Set(included) : undefined,
    excludedMeta: new Set(toList(call.params.exclude_meta).map(toText)),
  };
}

/** Renders a record's fields in WooCommerce's order; fields not `wanted` are not even built. */
export function renderFields(
  renderers: FieldRenderers,
  scene: Scene,
  wanted: FieldSelection | undefined,
): Record<string, unknown> {
  const view: Record<string, unknown> = {};
  for (const [name, render] of renderers) {
    if (wanted && !wanted.has(name)) continue;
    const value = render(scene);
    if (value !== undefined) view[name] = value;
  }
  return view;
}

/** A date in site time, null for none. */
export function renderLocal({ shop }: Scene, timeMs: number | null): string | null {
  return timeMs === null ? null : formatDate(timeMs, shop.settings.timezoneOffsetHours);
}

/** A date in UTC, null for none. */
export function renderGmt(timeMs: number | null): string | null {
  return timeMs === null ? null : formatDate(timeMs, 0);
}

/** A description: formatted for readers, as stored for editors. */
export function renderDescription({ isEdit }: Scene, text: string): string {
  return isEdit ? text : formatParagraphs(text);
}

/** The meta rows the call asked for. */
export function renderMeta({ record, includedMeta, excludedMeta }: Scene): readonly MetaEntry[] {
  if (!includedMeta && excludedMeta.size === 0) return record.meta;
  return record.meta.filter(({ key }) => (includedMeta?.has(key) ?? true) && !excludedMeta.has(key));
}

/** An image with its address on the site. */
export function renderImage(scene: Scene, image: ProductImage): Record<string, unknown> {
  return {
    id: image.id,
    date_created: renderLocal(scene, image.createdMs),
    date_created_gmt: renderGmt(image.createdMs),
    date_modified: renderLocal(scene, image.createdMs),
    date_modified_gmt: renderGmt(image.createdMs),
    src: `${scene.origin}/wp-content/uploads/${image.file}`,
    name: image.name,
    alt: image.alt,
  };
}

/** The chosen options of a variation. */
export function renderChoice(choice: VariationChoice): Record<string, unknown> {
  return { id: choice.attributeId, name: choice.name, slug: choice.slug, option: choice.option };
}

/** A link to another REST object; editable ones tell the verbs they take. */
export function renderLink(origin: string, path: string, isItem: boolean): unknown {
  const href = `${origin}/wp-json${path}`;
  return isItem ? [{ href, targetHints: { allow: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] } }] : [{ href }];
}

/** The page of a product in the shop; drafts have only a preview address. */
export function renderPermalink(shop: Shop, origin: string, record: ProductRecord): string {
  const hasPage = record.status === 'publish' || record.status === 'private';
  if (!hasPage) return `${origin}/?post_type=product&p=${record.id}`;
  if (shop.switches.permalinks === 'plain') return `${origin}/?product=${record.slug}`;
  return `${origin}/product/${record.slug}/`;
}
