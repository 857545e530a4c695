import { isLucky } from '../chance.ts';
import { runPass } from '../passes.ts';
import { type Field, readItem, readProduct, type Side, type Ware } from '../ware.ts';
import { readField } from '../wares.ts';
import type { Deed, Office } from './deed.ts';

const DISPUTED: readonly Field[] = ['name', 'price', 'sku'];

/** A thing that is on both sides and can be argued about. */
const pickWare = ({ world, wares }: Office, random: { pick<T>(list: readonly T[]): T }): Ware | null => {
  const there = wares.all.filter(
    (ware) =>
      ware.goneOn === null &&
      !ware.isMember &&
      world.eye.agreedStock(ware.tillId ?? '') !== null &&
      readItem(world, ware) !== null &&
      readProduct(world, ware) !== null,
  );
  return there.length === 0 ? null : random.pick(there);
};

/**
 * Both sides say something else, and somebody has the card of it open while one side says yet another thing. The answer to
 * the card as it was is refused where the app has seen the newer word (CONFLICT_STALE); where it has not, the answer is
 * taken down and falls when it is to be carried out. Neither way is a word lost (promises.md M3).
 */
export const answerOldCard: Deed = async (office, random) => {
  const { world, wares, people } = office;
  const ware = pickWare(office, random);
  const field = random.pick(DISPUTED);
  if (!ware) return 'nothing';
  for (const side of ['till', 'store'] as const) people.edit(ware, side, field);
  world.network.setMeanwhile(() => undefined);
  await runPass(world, false);
  const { conflicts } = world.core().engine;
  const find = () =>
    conflicts
      .list({ limit: 100, offset: 0 })
      .conflicts.find((it) => it.cloverId === ware.tillId && it.field === field);
  const card = find();
  // In foul weather nobody has asked yet.
  if (!card || card.ruling !== null) return 'nothing';
  const mover: Side = random.pick(['till', 'store']);
  people.edit(ware, mover, field);
  if (isLucky(random, 60)) await runPass(world, false);
  const shown = find();
  if (!shown) return 'nothing';
  const hasSeen = shown.till !== card.till || shown.store !== card.store;
  const take: Side = random.pick(['till', 'store']);
  const before = [readField(world, ware, 'till', field), readField(world, ware, 'store', field)];
  const answer = conflicts.resolve({ id: card.id, take, seen: { till: card.till, store: card.store } });
  const said = answer.ok ? 'taken down' : answer.failure.code;
  world.story.tell(`person: ${ware.label} ${field}, as it was, takes the ${take}'s (${said})`);
  world.story.note(`stale answer ${said}`);
  if (hasSeen && answer.ok) wares.lateAnswers.push(`${ware.label} ${field}`);
  if (isLucky(random, 50)) return null;
  await runPass(world, false);
  const after = [readField(world, ware, 'till', field), readField(world, ware, 'store', field)];
  if (after.join() !== before.join()) wares.lateAnswers.push(`${ware.label} ${field}, ${before} to ${after}`);
  return null;
};
