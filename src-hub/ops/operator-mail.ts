import type { Mailer } from './mailer.ts';

/** What fails all night is one mail an hour. */
const AGAIN_MS = 3600_000;

export interface OperatorMailDeps {
  readonly mailer: Mailer | null;
  /** Null: no mail; the log has the line in any case. */
  readonly address: string | null;
  readonly nowMs: () => number;
  readonly tellOperator: (what: string, shopId: string | null) => void;
}

export interface OperatorMail {
  readonly subject: string;
  readonly text: string;
}

/** Nothing of it needs the disk. */
export const DISK_FAILS: OperatorMail = {
  subject: 'The disk of your Tillbridge hub fails',
  text: 'The hub cannot write what stores and tills deliver to its disk or database, and answers them 503.\n\nMake room on the disk or repair it soon: WooCommerce switches a webhook off after seven failures in a row. The PCs go on by looking for themselves meanwhile.\n',
};

export const MANY_REFUSED: OperatorMail = {
  subject: 'Your Tillbridge hub refuses deliveries',
  text: 'More than one in a hundred deliveries has a wrong signature or auth code, and is refused.\n\nEither a secret was changed by hand in a store or at Clover, or somebody tries to deliver what is not theirs. Look at hub_deliveries_total in /metrics: it says which side. The PCs go on by looking for themselves meanwhile.\n',
};

/** Tells the operator something by mail, at most once an hour. */
export function createOperatorMail(
  { subject, text }: OperatorMail,
  { mailer, address, nowMs, tellOperator }: OperatorMailDeps,
): () => Promise<void> {
  let lastMs: number | null = null;
  return async () => {
    const isSoon = lastMs !== null && Math.abs(nowMs() - lastMs) < AGAIN_MS;
    if (!mailer || address === null || isSoon) return;
    lastMs = nowMs();
    const failure = await mailer.send(address, subject, text);
    if (failure !== null) tellOperator(`a mail to the operator was not taken: ${failure}`, null);
  };
}
