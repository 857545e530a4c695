export const GUESS_WINDOW_MS = 10 * 60_000;
/** Wrong codes of one address within the window: enough for a person's slips. */
export const MOST_GUESSES_PER_ADDRESS = 10;
/**
 * Wrong codes of everybody within the window. A guess is right once in 2^50 per open invitation, so at this rate
 * a thousand invitations that are always open are guessed once in 70,000 years.
 */
export const MOST_GUESSES_ALTOGETHER = 300;

/** Counts wrong pairing codes. */
export interface GuessLimit {
  /** Counts one before it is looked at, so that whoever sends many at once gets no more; false where there were too many. */
  take(address: string, nowMs: number): Promise<boolean>;
  /** The newest of this address was none. */
  forgive(address: string): Promise<void>;
}

/** Of one process. It holds at most `MOST_GUESSES_ALTOGETHER` addresses, so it cannot be filled up. */
export function createGuessLimit(): GuessLimit {
  let wrong: { readonly network: string; readonly atMs: number }[] = [];
  const forgetOld = (nowMs: number): void => {
    // A clock that was set back must not keep a guess for ever.
    wrong = wrong.filter(({ atMs }) => nowMs - atMs < GUESS_WINDOW_MS && atMs <= nowMs);
  };
  return {
    take: async (address, nowMs) => {
      forgetOld(nowMs);
      const network = findNetwork(address);
      const own = wrong.filter((guess) => guess.network === network).length;
      if (own >= MOST_GUESSES_PER_ADDRESS || wrong.length >= MOST_GUESSES_ALTOGETHER) return false;
      wrong.push({ network, atMs: nowMs });
      return true;
    },
    forgive: async (address) => {
      const network = findNetwork(address);
      const newest = wrong.findLastIndex((guess) => guess.network === network);
      if (newest >= 0) wrong.splice(newest, 1);
    },
  };
}

/** One customer of a provider has a whole /64 of IPv6 addresses, but one of IPv4. */
export function findNetwork(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const gap = plain.includes('::')
    ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
    : [];
  return [...front, ...gap, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
