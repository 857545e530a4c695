import { createCloverTill } from '../../../../src-main/connectors/clover/clover-till.ts';
import type { TillPort, Transport } from '../../../../src-main/engine/ports.ts';
import { createRandom } from '../../../../src-practice/random.ts';
import type { TillCatalog } from '../../../../src-practice/till/catalog.ts';
import {
  ALL_PERMISSIONS,
  createPracticeTill,
  type LoadedIds,
  type PracticeTill,
  type PracticeTillOptions,
  type TokenPermissions,
} from '../../../../src-practice/till/till.ts';
import type { WireService } from '../../../../src-practice/wire.ts';
import { createDirectTransport, createTestRandom, recordCalls } from './transports.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

export const TILL_ORIGIN = 'https://api.clover.com';

const EMPTY: TillCatalog = {
  categories: [],
  modifierGroups: [],
  tags: [],
  taxRates: [],
  itemGroups: [],
  items: [],
};

export interface OpenTill {
  readonly service: PracticeTill;
  readonly ids: LoadedIds;
  readonly port: TillPort;
  readonly time: VirtualTime;
  readonly token: string;
  /** Paths and queries asked for, decoded. */
  listPaths(): string[];
}

export interface OpenTillOptions extends Omit<Partial<PracticeTillOptions>, 'clock' | 'random'> {
  readonly catalog?: Partial<TillCatalog>;
  readonly permissions?: TokenPermissions;
  /** Something between the line and the till. */
  readonly wrap?: (till: PracticeTill) => WireService;
}

/** A practice till under virtual time with the connector on it, in one process. */
export function openTill(options: OpenTillOptions = {}): OpenTill {
  const { catalog = {}, permissions = ALL_PERMISSIONS, wrap = (till) => till, ...more } = options;
  const time = createVirtualTime();
  const service = createPracticeTill({
    clock: time.practice,
    random: createRandom(1),
    merchant: {
      name: 'Blue Cup Café',
      currency: 'USD',
      timezone: 'America/New_York',
      country: 'US',
      vat: false,
      trackStock: true,
      updateStock: false,
    },
    ...more,
  });
  const ids = service.load({ ...EMPTY, ...catalog });
  const token = service.tokens.add(permissions);
  const transport = recordCalls(createDirectTransport({ [TILL_ORIGIN]: wrap(service) }));
  const port = createCloverTill(
    { apiUrl: TILL_ORIGIN, merchantId: service.merchant.id, token, version: '0.1.0' },
    { transport, ...time, random: createTestRandom() },
  );
  const listPaths = (): string[] =>
    transport.calls.map(({ url }) =>
      decodeURIComponent(url.slice(`${TILL_ORIGIN}/v3/merchants/`.length + 13)),
    );
  return { service, ids, port, time, token, listPaths };
}

export const openWith = (transport: Transport, time: VirtualTime = createVirtualTime()): TillPort =>
  createCloverTill(
    { apiUrl: TILL_ORIGIN, merchantId: 'ABCDEFGHJKMNP', token: 'a-token', version: '0.1.0' },
    { transport, ...time, random: createTestRandom() },
  );
