import type { RuleCode } from './fields.ts';
import type { ProductPatch } from './product-patch.ts';
import type { ShelfMark, ShelfMode } from './shelf-mark.ts';
import type { StoreProduct } from './store-catalog.ts';

export interface ShelfChange {
  readonly patch: ProductPatch;
  /** null: nothing to take back, what came back was sold or delivered. */
  readonly undo: ProductPatch | null;
  readonly rule: Extract<RuleCode, 'ran-out' | 'back-in-stock'>;
  /** In the words of the field `availability`. */
  readonly from: string;
  readonly to: string;
}

/** Whether customers can buy what is not there. */
export const isOnBackorder = ({ backorders }: Pick<StoreProduct, 'backorders'>): boolean =>
  backorders === 'notify' || backorders === 'yes';

/** Whether what a patch made of a product still stands. */
export const isAsWritten = (
  product: StoreProduct,
  { visibility, status, backorders }: ProductPatch,
): boolean =>
  (visibility === undefined || product.visibility === visibility) &&
  (status === undefined || product.status === status) &&
  (backorders === undefined || product.backorders === backorders);

/** The product as a person would have it: what we hid since its shelf is empty counts as shown. */
export function liftShelf(product: StoreProduct): StoreProduct {
  const { shelf } = product;
  return shelf?.mode === 'hide' ? showAs(product, restore(shelf, product)) : product;
}

/** The product as it is once the patch is written. */
export const showAs = (
  product: StoreProduct,
  { visibility, status, backorders, shelf }: ProductPatch,
): StoreProduct => ({
  ...product,
  ...(visibility === undefined ? {} : { visibility }),
  ...(status === undefined ? {} : { status }),
  ...(backorders === undefined ? {} : { backorders }),
  ...(shelf === undefined ? {} : { shelf }),
});

/**
 * What is to be done about a product that ran out, or has pieces again; null where nothing is.
 * @param mode null leaves it to the store
 * @param isEmpty null: it may be either, as while a delivery is on its way
 */
export function decideShelf(
  product: StoreProduct,
  mode: ShelfMode | null,
  isEmpty: boolean | null,
): ShelfChange | null {
  const mark = product.shelf ?? null;
  if (isEmpty === null) return null;
  if (!isEmpty) return mark && takeBack(product, mark);
  if (mark?.mode === 'left' || mark?.mode === mode) return null;
  const lifted = mark ? takeBack(product, mark) : null;
  const shown = lifted ? showAs(product, lifted.patch) : product;
  // Of a draft no customer sees anything; once it is published it is looked at again.
  if (mode === null || shown.status !== 'publish') return lifted;
  const patch = { ...lifted?.patch, ...empty(shown, mode) };
  const undo: ProductPatch = {
    ...(patch.visibility === undefined ? {} : { visibility: readVisibility(product) }),
    ...(patch.status === undefined ? {} : { status: 'publish' }),
    ...(patch.backorders === undefined ? {} : { backorders: readBackorders(product) }),
    shelf: { mode: 'left', before: '' },
  };
  return { patch, undo, rule: 'ran-out', from: nameShown(product), to: nameShown(showAs(product, patch)) };
}

function takeBack(product: StoreProduct, mark: ShelfMark): ShelfChange {
  const patch = { ...restore(mark, product), shelf: null };
  const to = nameShown(showAs(product, patch));
  return { patch, undo: null, rule: 'back-in-stock', from: nameShown(product), to };
}

/** Only while it is still as we made it. */
function restore({ mode, before }: ShelfMark, product: StoreProduct): ProductPatch {
  if (mode === 'hide' && product.type === 'variation')
    return product.status === 'private' && before === 'publish' ? { status: 'publish' } : {};
  if (mode === 'hide')
    return product.visibility === 'hidden' && isVisibility(before) && before !== 'hidden'
      ? { visibility: before }
      : {};
  const ours = mode === 'backorder' ? 'notify' : 'no';
  const isOurs = mode !== 'left' && readBackorders(product) === ours;
  return isOurs && isBackorders(before) && before !== ours ? { backorders: before } : {};
}

/** Marked even where it is so already: if a person changes it now, that is their word. */
function empty(product: StoreProduct, mode: ShelfMode): ProductPatch {
  if (mode === 'hide' && product.type === 'variation')
    return { status: 'private', shelf: { mode, before: 'publish' } };
  if (mode === 'hide') {
    const before = readVisibility(product);
    return { ...(before === 'hidden' ? {} : { visibility: 'hidden' }), shelf: { mode, before } };
  }
  const before = readBackorders(product);
  if (mode === 'out-of-stock')
    return { ...(before === 'no' ? {} : { backorders: 'no' }), shelf: { mode, before } };
  return { ...(before === 'no' ? { backorders: 'notify' } : {}), shelf: { mode, before } };
}

function nameShown(product: StoreProduct): string {
  const isHidden =
    product.type === 'variation' ? product.status === 'private' : product.visibility === 'hidden';
  if (isHidden) return 'hidden';
  if (product.type === 'variable' || (product.stock ?? 0) > 0) return 'on';
  return isOnBackorder(product) ? 'backorder' : 'empty';
}

const VISIBILITIES = ['visible', 'catalog', 'search', 'hidden'] as const;
const BACKORDERS = ['no', 'notify', 'yes'] as const;
type Visibility = (typeof VISIBILITIES)[number];
type Backorders = (typeof BACKORDERS)[number];

const isVisibility = (text: string): text is Visibility => VISIBILITIES.some((one) => one === text);
const isBackorders = (text: string): text is Backorders => BACKORDERS.some((one) => one === text);
/** Where the store shows a product: its catalog, its search, both or neither. */
export const readVisibility = ({ visibility }: StoreProduct): Visibility =>
  isVisibility(visibility) ? visibility : 'visible';
const readBackorders = ({ backorders = 'no' }: StoreProduct): Backorders =>
  isBackorders(backorders) ? backorders : 'no';
