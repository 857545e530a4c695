import type { Failure } from '../domain/failure.ts';
import type { TillLoginFacts } from './face.ts';
import type { Ledger } from './ledger-ports.ts';
import type { TokenPair } from './till-grant.ts';

const LOGIN_META = 'till.login';
const INTENT_META = 'till.renewal';

/** What the data file knows of a till's log-in: when it ends, and whether a renewal is under way; never a token. */
export interface LoginRecord {
  readFacts(): TillLoginFacts | null;
  /** A new pair is safe in the vault: whatever was intended is done. */
  keep(tokens: TokenPair): void;
  lose(tokens: TokenPair, failure: Failure): void;
  forget(): void;
  /** Committed before Clover is called. @param of when the grant that is renewed was obtained, which names it */
  intend(of: number, atMs: number): void;
  /** Whether a renewal of this very grant was begun whose end nobody knows. */
  hasOpenIntent(of: number): boolean;
  dropIntent(): void;
}

export function createLoginRecord(ledger: Pick<Ledger, 'meta' | 'transaction'>): LoginRecord {
  const { meta } = ledger;
  const put = ({ accessEndsMs, refreshEndsMs }: TokenPair, lost: Failure | null): void =>
    ledger.transaction(() => {
      meta.put(LOGIN_META, JSON.stringify({ accessEndsMs, refreshEndsMs, lost }));
      meta.remove(INTENT_META);
    });
  return {
    readFacts: () => {
      const kept = meta.get(LOGIN_META);
      return kept === null ? null : (JSON.parse(kept) as TillLoginFacts);
    },
    keep: (tokens) => put(tokens, null),
    lose: put,
    forget: () => {
      meta.remove(LOGIN_META);
      meta.remove(INTENT_META);
    },
    intend: (of, atMs) => meta.put(INTENT_META, JSON.stringify({ of, atMs })),
    hasOpenIntent: (of) => {
      const kept = meta.get(INTENT_META);
      return kept !== null && (JSON.parse(kept) as { of: number }).of === of;
    },
    dropIntent: () => meta.remove(INTENT_META),
  };
}
