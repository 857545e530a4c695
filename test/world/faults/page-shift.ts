import type { PracticeRandom } from '../../../src-practice/random.ts';
import { isLucky } from '../chance.ts';
import type { People } from '../people.ts';
import type { Script } from '../script.ts';
import type { SimWorld, WorldPlan } from '../sim-world.ts';
import { TILL } from '../sim-world.ts';

const SMALL_PAGES_PERCENT = 8;
const SMALL_PAGES = [2, 3, 4] as const;
/** Later pages among a hundred before which a row goes or comes. */
const SHIFT_PERCENT = 3;
/** Of what people sell: rows of other lists do not come and go in a shop's day. */
const LISTS = /\/(items|item_stocks|products|variations)$/;

/** In some shops every list has several pages. */
export const drawPages = (random: PracticeRandom): Pick<WorldPlan, 'pageRows'> =>
  isLucky(random, SMALL_PAGES_PERCENT) ? { pageRows: random.pick(SMALL_PAGES) } : {};

/** Further pages begin at an offset (both), or after the last id (clover.md 5.1). */
export function isLaterPage({ pathname, searchParams }: URL): boolean {
  if (!LISTS.test(pathname)) return false;
  const isAfterId = searchParams.getAll('filter').some((filter) => filter.startsWith('id>'));
  return (
    isAfterId || Number(searchParams.get('offset') ?? 0) > 0 || Number(searchParams.get('page') ?? 1) > 1
  );
}

interface Scene {
  readonly world: SimWorld;
  readonly script: Script;
  readonly people: Pick<People, 'shift'>;
  readonly hand: { turn(to: PracticeRandom): void };
}

/** Somebody takes a row out of the list that is being read, or puts one in, just before its next page. */
export function shiftPages(url: URL, { world, script, people, hand }: Scene): void {
  const cue = script.cueRequest(`page ${url.pathname}`);
  if (!isLucky(cue.random, SHIFT_PERCENT) || !cue.takes()) return;
  hand.turn(cue.random);
  world.story.tell(`  ~ before the next page of ${url.pathname}:`);
  people.shift(url.origin === TILL ? 'till' : 'store');
  world.story.note(`pages shifted ${url.origin === TILL ? 'till' : 'store'}`);
}
