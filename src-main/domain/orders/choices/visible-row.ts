import { slugLabel } from '../../modifier-adapters/option-labels.ts';
import type { WebOrderLine } from '../web-order.ts';
import type { ChoiceContext } from './choice-context.ts';
import { listPieces } from './list-pieces.ts';
import { readText } from './meta-text.ts';
import { type PricedText, splitPrice } from './price-text.ts';

/** A row of a line's meta that customers see. */
export interface VisibleRow {
  /** As text, without a price. */
  readonly name: PricedText;
  readonly keyText: string;
  readonly text: string;
}

/** Keys without an underscore that are no choice: read by their plugin's reader, or WooCommerce's own. */
const INTERNAL: ReadonlySet<string> = new Set(['woofood_meta', 'extra_options', 'backordered']);

/** The rows that customers see, without what the store keeps for itself and what the variation says already. */
export function listVisibleRows(line: WebOrderLine, context: ChoiceContext): readonly VisibleRow[] {
  return line.meta
    .filter(({ key }) => typeof key === 'string' && !key.startsWith('_') && !INTERNAL.has(key.toLowerCase()))
    .filter(({ key }) => !isVariationAttribute(key, line, context))
    .map(({ key, value }) => {
      const keyText = readText(key);
      const name = splitPrice(keyText, context.digits, context.known.hasName);
      return { name, keyText, text: readText(value) };
    })
    .filter(({ keyText, text }) => keyText !== '' || text !== '');
}

/**
 * Attributes stand among the choices under their slugs, `pa_size` or `bread` (modifiers.md 1.6). One that a
 * known variation leaves open ("any size") is a choice, since the variation does not say it.
 */
function isVariationAttribute(key: string, line: WebOrderLine, { variationOptions }: ChoiceContext): boolean {
  const isGlobal = key.startsWith('pa_');
  const slug = slugLabel(isGlobal ? key.slice(3) : key);
  const isKnown = variationOptions.some(({ name }) => slugLabel(name.replace(/^pa_/, '')) === slug);
  if (isKnown) return true;
  return isGlobal && (line.variationId === null || variationOptions.length === 0);
}

/** The choices that one row's text names, each with its price. */
export const readPieces = (
  text: string,
  expected: number,
  { digits, known }: ChoiceContext,
): readonly PricedText[] => listPieces(text, expected, digits, known);
