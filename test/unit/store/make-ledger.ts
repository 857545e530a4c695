import { join } from 'node:path';
import { asCloverId, asWooId } from '../../../src-main/domain/ids.ts';
import type { Ledger } from '../../../src-main/engine/ledger-ports.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

export interface OpenLedger {
  readonly ledger: Ledger;
  /** Closes the file and opens it again, as a restart does. */
  readonly restart: () => Ledger;
}

export function makeLedger(): OpenLedger {
  const file = join(makeTemporaryFolder(), 'a.sqlite');
  let db = openDatabase({ file, nativeBinding: null });
  return {
    ledger: createLedger(db),
    restart: () => {
      db.close();
      db = openDatabase({ file, nativeBinding: null });
      return createLedger(db);
    },
  };
}

/** A linked product; answers its link's id. */
export const putProduct = (ledger: Ledger, cloverId: string, wooId: number): number =>
  ledger.links.put({
    kind: 'product',
    cloverId: asCloverId(cloverId),
    wooId: asWooId(wooId),
    parentWooId: null,
    groupId: null,
    name: `Item ${cloverId}`,
    sku: '',
    status: 'synced',
    lastSyncedMs: 1,
  });
