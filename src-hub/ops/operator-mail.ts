import type { Mailer } from './mailer.ts';

/** A disk that fails all night is one mail an hour. */
const AGAIN_MS = 3600_000;

export interface OperatorMailDeps {
  readonly mailer: Mailer | null;
  /** Null: no mail; the log has the line in any case. */
  readonly address: string | null;
  readonly nowMs: () => number;
  readonly tellOperator: (what: string, shopId: string | null) => void;
}

/** Tells the operator by mail that the disk does not take deliveries; nothing of it needs the disk. */
export function createDiskMail({
  mailer,
  address,
  nowMs,
  tellOperator,
}: OperatorMailDeps): () => Promise<void> {
  let lastMs: number | null = null;
  return async () => {
    const isSoon = lastMs !== null && Math.abs(nowMs() - lastMs) < AGAIN_MS;
    if (!mailer || address === null || isSoon) return;
    lastMs = nowMs();
    const failure = await mailer.send(
      address,
      'The disk of your Tillbridge hub fails',
      'The hub cannot write what stores and tills deliver, and answers them 503.\n\nMake room on its disk or repair it soon: WooCommerce switches a webhook off after seven failures in a row. The PCs go on by looking for themselves meanwhile.\n',
    );
    if (failure !== null) tellOperator(`the mail about the disk was not taken: ${failure}`, null);
  };
}
