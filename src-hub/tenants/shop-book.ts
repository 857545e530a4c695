/** A paired PC of a shop. */
export interface Device {
  readonly id: string;
  readonly shopId: string;
  readonly name: string;
}

/** A tenant: one Clover merchant and one WooCommerce store. */
export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly merchantId: string | null;
  readonly email: string;
  readonly keepsReports: boolean;
  /** The merchant's own developer app; null where the operator's app serves the shop. Its deliveries alone count. */
  readonly cloverAppId: string | null;
}

/** What ingest and relay ask about who is who; answered from memory, kept in the hub's database. */
export interface ShopBook {
  /** By the hash of its token; null where it is unknown or revoked. */
  findDevice(token: string): Device | null;
  /** As `findDevice`, where it is unknown after taking up what other nodes have changed: it may have been paired there. */
  seekDevice(token: string): Promise<Device | null>;
  findShop(id: string): Shop | null;
  findByMerchant(merchantId: string): Shop | null;
  /** The secrets that verify the store's webhooks now: the newest first, an older one while it is still valid. */
  readWooSecrets(shopId: string): readonly string[];
  /** Auth codes that Clover's deliveries may carry: the operator's app's, and merchants' own apps', by app id. */
  readCloverCodes(appId: string): readonly string[];
  listDevices(shopId: string): readonly Device[];
  noteSeen(deviceId: string, atMs: number): void;
  noteHook(shopId: string, side: 'till' | 'store', atMs: number): void;
  /** The code of Clover's handshake, for the operator and for every app that asks. */
  noteVerificationCode(code: string, atMs: number): Promise<void>;
  /** Tells of devices that were revoked: their sockets close at once. Returns what stops it. */
  onRevoked(listener: (deviceId: string) => void): () => void;
}
