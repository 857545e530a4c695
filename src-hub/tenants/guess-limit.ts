export const GUESS_WINDOW_MS = 10 * 60_000;
/** Wrong codes of one address within the window: enough for a person's slips. */
export const MOST_GUESSES_PER_ADDRESS = 10;
/**
 * Wrong codes of everybody within the window. A guess is right once in 2^50 per open invitation, so at this rate
 * a thousand invitations that are always open are guessed once in 70,000 years.
 */
export const MOST_GUESSES_ALTOGETHER = 300;

/** Counts wrong pairing codes. It holds at most `MOST_GUESSES_ALTOGETHER` addresses, so it cannot be filled up. */
export interface GuessLimit {
  hasRoom(address: string, nowMs: number): boolean;
  noteWrong(address: string, nowMs: number): void;
  /** The newest of this address was none. */
  forgive(address: string): void;
}

export function createGuessLimit(): GuessLimit {
  let wrong: { readonly network: string; readonly atMs: number }[] = [];
  const forgetOld = (nowMs: number): void => {
    // A clock that was set back must not keep a guess for ever.
    wrong = wrong.filter(({ atMs }) => nowMs - atMs < GUESS_WINDOW_MS && atMs <= nowMs);
  };
  return {
    hasRoom: (address, nowMs) => {
      forgetOld(nowMs);
      const network = findNetwork(address);
      const own = wrong.filter((guess) => guess.network === network).length;
      return own < MOST_GUESSES_PER_ADDRESS && wrong.length < MOST_GUESSES_ALTOGETHER;
    },
    noteWrong: (address, nowMs) => {
      wrong.push({ network: findNetwork(address), atMs: nowMs });
    },
    forgive: (address) => {
      const network = findNetwork(address);
      const newest = wrong.findLastIndex((guess) => guess.network === network);
      if (newest >= 0) wrong.splice(newest, 1);
    },
  };
}

/** One customer of a provider has a whole /64 of IPv6 addresses, but one of IPv4. */
function findNetwork(address: string): string {
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
