type Words = readonly string[];

/** One category of the generated shop and how its items are named, priced and sold. */
export interface Shelf {
  readonly key: string;
  readonly name: string;
  readonly styles: Words;
  readonly flavours: Words;
  readonly nouns: Words;
  readonly sizes: Words;
  /** Cents, lowest and highest. */
  readonly priceRange: readonly [number, number];
  /** kitchen: made to order, seldom counted; shelf: counted and barcoded; scale: sold by weight. */
  readonly kind: 'kitchen' | 'shelf' | 'scale';
  /** Modifier groups that fit its items. */
  readonly modifierGroupKeys: Words;
  readonly taxRateKey?: string;
}

/** How many different names the shelf can give. */
export function countShelfNames(shelf: Shelf): number {
  return shelf.styles.length * shelf.flavours.length * shelf.nouns.length * shelf.sizes.length;
}

/** The shelf's name number `index`; the size is apart because variants carry it as their option. */
export function composeShelfName(
  shelf: Shelf,
  index: number,
): { readonly name: string; readonly size: string } {
  let rest = index;
  const take = (words: Words): string => {
    const word = words[rest % words.length] ?? '';
    rest = Math.floor(rest / words.length);
    return word;
  };
  const noun = take(shelf.nouns);
  const flavour = take(shelf.flavours);
  const size = take(shelf.sizes);
  const style = take(shelf.styles);
  return { name: style === '' ? `${flavour} ${noun}` : `${style} ${flavour} ${noun}`, size };
}
