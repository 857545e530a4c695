import type { Choice, ChoiceSource, LineChoices } from '../choice.ts';
import type { WebOrderLine } from '../web-order.ts';
import { readAdvancedProductFields } from './advanced-product-fields.ts';
import type { ChoiceContext } from './choice-context.ts';
import { type ChoiceDraft, draftChoice, type FormatReading, perUnit } from './choice-draft.ts';
import { type LineView, viewLine } from './line-view.ts';
import { keyName } from './name-key.ts';
import { readOtherPlugins } from './other-plugins.ts';
import { readOwnChoices } from './own-choices.ts';
import { readPpom } from './ppom.ts';
import { readProductAddOns } from './product-add-ons.ts';
import { settleDrafts } from './settle-drafts.ts';
import { findUnsaid, nameSource, readVisibleChoices } from './visible-choices.ts';
import { readWooCommerceFood } from './woocommerce-food.ts';
import { readWooFood } from './woofood.ts';
import { readYith } from './yith.ts';

/** The most telling first (modifiers.md 4). */
const FORMATS: readonly ((view: LineView) => FormatReading)[] = [
  readOwnChoices,
  readProductAddOns,
  readWooCommerceFood,
  readWooFood,
  readOtherPlugins,
  readAdvancedProductFields,
  readYith,
  readPpom,
];

/**
 * What the customer chose with a line: from hidden meta, then from whatever visible rows say beyond it, so
 * that no text is lost. Prices are those of one unit and of one time (`settleDrafts`).
 */
export function readChoices(line: WebOrderLine, context: ChoiceContext): LineChoices {
  const view = viewLine(line, context);
  const readings = FORMATS.map((read) => read(view));
  const hidden = joinReadings(readings);
  const unsaid = findUnsaid(
    view.visible,
    readings.flatMap(({ sayings }) => sayings),
    context,
  );
  const visibleSource = nameSource(unsaid);
  const drafts = [
    ...hidden.drafts,
    ...readVisibleChoices(unsaid, hidden.source === null ? visibleSource : 'plain', context),
    ...readings
      .flatMap(({ strays }) => strays)
      .filter((text) => text !== '')
      .map(draftStray),
  ];
  const told = drafts.filter(
    ({ group, label, modifierId }) => group !== '' || label !== '' || modifierId !== null,
  );
  const choices: readonly Choice[] = settleDrafts(told, line, context);
  return { source: choices.length === 0 ? 'none' : (hidden.source ?? visibleSource), choices };
}

const draftStray = (text: string): ChoiceDraft =>
  draftChoice({ group: '', label: text, price: perUnit(null), isText: true });

interface Joined {
  readonly source: ChoiceSource | null;
  readonly drafts: readonly ChoiceDraft[];
}

/** The first plugin's meta that says something; of the others only what it does not say. */
function joinReadings(readings: readonly FormatReading[]): Joined {
  const [first, ...others] = readings.filter(({ drafts }) => drafts.length > 0);
  if (!first) return { source: null, drafts: [] };
  const said = new Set(first.drafts.map(describeDraft));
  const more = others.flatMap(({ drafts }) => drafts.filter((draft) => !said.has(describeDraft(draft))));
  return { source: first.source, drafts: [...first.drafts, ...more] };
}

const describeDraft = ({ group, label, isText }: ChoiceDraft): string =>
  isText || label.length > 500
    ? JSON.stringify([group, label])
    : JSON.stringify([keyName(group), keyName(label)]);
