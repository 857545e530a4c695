import { answer, type Command, refuse } from '../command.ts';
import { MOMENT_FORMS, readMoment } from '../moment.ts';
import { formatIso, formatTime } from '../terminal/figures.ts';

export const SOLDOUT: Command = {
  name: 'soldout',
  summary: 'Takes a product off sale on both sides for a time, or puts it back.',
  isWriter: true,
  arguments: [{ name: 'PRODUCT' }],
  flags: {
    until: { takes: 'TIME', meaning: 'back by itself then: 2026-11-21T18:00, or a span such as 2h' },
    back: { takes: null, meaning: 'on sale again now' },
  },
  notes: [
    'Without --until it stays so until it is put back; its counts stay as they are. The next look carries it out.',
    'PRODUCT is a Clover id, a WooCommerce id, an exact SKU or an exact name.',
  ],
  run: async ({ input, openCore, surroundings }) => {
    const isBack = input.has('back');
    const until = input.text('until');
    if (isBack && until !== null)
      return refuse('USE_BAD_VALUE', { name: '--until', why: '--back puts it back now' });
    const nowMs = surroundings.clock.nowMs();
    const untilMs = until === null ? null : readMoment(until, nowMs, 'future');
    if (until !== null && untilMs === null)
      return refuse('USE_BAD_VALUE', { name: '--until', why: `it takes ${MOMENT_FORMS}, not "${until}"` });
    if (untilMs !== null && untilMs <= nowMs)
      return refuse('USE_BAD_VALUE', { name: '--until', why: `${until} is over` });
    const core = await openCore();
    if (!core.ok) return core;
    const product = input.argument('PRODUCT') ?? '';
    const set = core.value.engine.stock.setSoldOut(product, isBack ? null : { untilMs });
    if (!set.ok) return set;
    return answer({
      document: { product, soldOut: !isBack, backAt: formatIso(untilMs) },
      lines: (paint) => [
        `${product} is ${describeState(isBack, untilMs)}.`,
        `The next look carries it out: ${paint.bold('sync --once')}, or "run" where it goes on.`,
      ],
    });
  },
};

function describeState(isBack: boolean, untilMs: number | null): string {
  if (isBack) return 'on sale again';
  return untilMs === null ? 'sold out until it is put back' : `sold out until ${formatTime(untilMs)}`;
}
