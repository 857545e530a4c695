import type { Outage, OutageKind } from './outage-book.ts';

interface Words {
  readonly subject: string;
  readonly text: string;
}

const BEGUN: Record<OutageKind, { readonly what: string; readonly todo: string }> = {
  silent: {
    what: 'Tillbridge has not been heard of',
    todo: 'Is the back-office PC on, online, and is Tillbridge running on it? Until then nothing is synced and no web order reaches the till.',
  },
  till: {
    what: 'Tillbridge cannot reach the Clover till',
    todo: 'Open Tillbridge on the back-office PC: its first page says what is wrong with the till and what to do.',
  },
  store: {
    what: 'Tillbridge cannot reach the web store',
    todo: 'Open Tillbridge on the back-office PC: its first page says what is wrong with the store and what to do.',
  },
};

const ENDED: Record<OutageKind, string> = {
  silent: 'Tillbridge is back',
  till: 'Tillbridge reaches the Clover till again',
  store: 'Tillbridge reaches the web store again',
};

/** The mail at the beginning of an outage, or at its end. */
export function describeOutage({ kind, beganMs, endedMs }: Outage, shopName: string): Words {
  const began = writeTime(beganMs);
  if (endedMs !== null) {
    const text = `${ENDED[kind]}. The outage was from ${began} to ${writeTime(endedMs)}.\n\nWhat changed meanwhile is synced now; there is nothing to do.\n`;
    return { subject: `${shopName}: ${ENDED[kind]}`, text };
  }
  const { what, todo } = BEGUN[kind];
  return {
    subject: `${shopName}: ${what}`,
    text: `${what} since ${began}.\n\n${todo}\n\nThere will be one more mail, when it is well again.\n`,
  };
}

const writeTime = (atMs: number): string =>
  `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
