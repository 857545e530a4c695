import type { UpdateChannelShape, UpdatePhaseShape } from '../../../src-preload/contract/update-channels.ts';
import type { Clock } from '../../engine/ports.ts';
import type { UpdateBoard } from './update-board.ts';
import type { Offer, Updater } from './updater.ts';

/** Where nothing is under way that a check would disturb. */
const AT_REST: readonly UpdatePhaseShape[] = ['none', 'available', 'refused', 'ready'];

export interface UpdateFetch {
  /**
   * Asks the update server, and fetches what is newer; resolves when it has answered.
   * @param isAsked nothing that a person has not asked for shows a network's fault
   */
  check(isAsked: boolean): Promise<void>;
  /** Another channel counts from now on. */
  turnTo(channel: UpdateChannelShape): Promise<void>;
}

/** Looks for a newer version and brings its file here. */
export function createUpdateFetch(
  board: UpdateBoard,
  updater: Pick<Updater, 'check' | 'download'>,
  clock: Pick<Clock, 'nowMs'>,
): UpdateFetch {
  /** Of choices of a channel. */
  let round = 0;
  const check = async (isAsked: boolean): Promise<void> => {
    const { phase } = board.read();
    if (!AT_REST.includes(phase)) return;
    const isReady = phase === 'ready';
    const mine = round;
    if (!isReady) board.set({ phase: 'checking', failure: null });
    try {
      const offer = await updater.check();
      if (mine !== round) return await startAnew();
      board.set({ checkedMs: clock.nowMs() });
      // Somebody may have asked for what is ready meanwhile.
      if (isReady && board.read().phase !== 'ready') return;
      if (offer === null) board.set(isReady ? {} : { phase: 'none', offer: null });
      else if (!isReady || offer.version !== board.read().offer?.version) void download(offer, isAsked);
    } catch (error) {
      if (mine !== round) return await startAnew();
      board.fail(error, isAsked, isReady ? null : 'none');
    }
  };
  /** What was under way was for the channel that was chosen before. */
  const startAnew = (): Promise<void> => {
    board.set({ phase: 'none', offer: null, percent: null });
    return check(true);
  };
  const download = async (offer: Offer, isAsked: boolean): Promise<void> => {
    const mine = round;
    board.set({ phase: 'downloading', offer, percent: 0 });
    try {
      await updater.download((percent) => board.set({ percent }));
      if (mine !== round) return await startAnew();
      board.set({ phase: 'ready', percent: null, failure: board.tellFailedBefore(offer.version) });
    } catch (error) {
      if (mine !== round) return await startAnew();
      board.fail(error, isAsked, 'available');
    }
  };
  return {
    check,
    turnTo: async (channel) => {
      round += 1;
      const { phase } = board.read();
      board.set({ channel });
      // What is under way sees at its end that it was for the other one.
      if (phase === 'installing' || phase === 'checking' || phase === 'downloading') return;
      board.set({ phase: 'none', offer: null, waitsFor: null });
      await check(true);
    },
  };
}
