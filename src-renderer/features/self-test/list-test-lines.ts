import type { HubStateShape } from '../../../src-preload/contract/hub-channels.ts';
import type { DriftShape } from '../../../src-preload/contract/live-shapes.ts';
import type { FailureShape, StatusShape } from '../../../src-preload/contract/shapes.ts';
import { CHOICE_TONE } from '../../components/conflict-face.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';
import type { Found } from '../../state/found.ts';
import { listChecks } from '../setup/list-checks.ts';

/** One line of the test: what was asked, and what came of it. */
export interface TestLine {
  readonly what: string;
  readonly tone: Tone;
  readonly word: string;
  readonly failure: FailureShape | null;
  /** Screens where more about it stands, the one to go to first before the other. */
  readonly places?: readonly ('conflicts' | 'stock')[];
}

export interface Findings {
  readonly sides: Found<StatusShape>;
  readonly relay: Found<null>;
  readonly hub: HubStateShape | null;
  readonly comparison: Found<readonly DriftShape[]>;
}

/** What the test has found so far, in the order in which it asks. */
export const listTestLines = ({ sides, relay, hub, comparison }: Findings): readonly TestLine[] => [
  ...(sides.word === 'found'
    ? listChecks(sides.value).map(({ what, result, word, failure }) => ({
        what,
        tone: result,
        word,
        failure,
      }))
    : [sayOpen(t('The till and the store answer'), sides)]),
  ...sayRelay(relay, hub),
  comparison.word === 'found'
    ? sayComparison(comparison.value)
    : sayOpen(t('Every linked product is the same on both sides'), comparison),
];

/** How many lines need a person, once the test has ended. */
export const countBad = (lines: readonly TestLine[]): number =>
  lines.filter(({ tone }) => tone === 'bad').length;

function sayOpen(what: string, found: Found<unknown>): TestLine {
  if (found.word === 'failed') return { what, tone: 'bad', word: t('No'), failure: found.failure };
  const word = found.word === 'asking' ? t('Asking…') : t('Comes next');
  return { what, tone: 'accent', word, failure: null };
}

/** Without a relay there is nothing to test: both sides are looked at by themselves. */
function sayRelay(relay: Found<null>, hub: HubStateShape | null): readonly TestLine[] {
  if (hub === null || hub.relay === null) return [];
  const what = t('The relay answers');
  if (relay.word !== 'found') return [sayOpen(what, relay)];
  const isWell = hub.word === 'connected' || hub.word === 'watching';
  if (!isWell) return [{ what, tone: 'waiting', word: t('Not yet'), failure: hub.failure }];
  const hints: TestLine = {
    what: t('Both sides tell the relay of changes'),
    tone: hub.isHinted ? 'good' : 'waiting',
    word: hub.isHinted ? t('Yes') : t('Not heard yet'),
    failure: null,
  };
  return [{ what, tone: 'good', word: t('Yes'), failure: null }, hints];
}

function sayComparison(drifts: readonly DriftShape[]): TestLine {
  const what = t('Every linked product is the same on both sides');
  const open = drifts.filter(({ why }) => why !== 'left').length;
  if (open === 0) return { what, tone: 'good', word: t('Yes'), failure: null };
  const word = t('{{count}} values differ', { count: open });
  const asked = drifts.filter(({ why }) => why === 'conflict').length;
  return {
    ...{ what, word, failure: null },
    tone: asked > 0 ? CHOICE_TONE : 'waiting',
    places: [...(asked > 0 ? (['conflicts'] as const) : []), ...(asked < open ? (['stock'] as const) : [])],
  };
}
