import { z } from 'zod';
import { HubFailure } from './hub-failure.ts';

const PREFIX = 'TILLBRIDGE_HUB_';

const wholeNumber = (least: number, most: number) =>
  z.coerce.number(`must be a whole number`).int('must be a whole number').min(least).max(most);

/** Every option; each is an environment variable that begins with `TILLBRIDGE_HUB_`. Empty is as good as not set. */
const options = z.object({
  ADDRESS: z.string().default('127.0.0.1').describe('The address to listen on. Behind a proxy: 127.0.0.1.'),
  PORT: wholeNumber(0, 65535).default(8787).describe('The port to listen on; 0 picks a free one.'),
  DATA: z.string().default('hub-data').describe('The folder for the data file. Keep it on a local disk.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'A PostgreSQL that several nodes share, e.g. postgres://hub:password@db.example.com/hub. Without it: a file in the data folder, for one node.',
    ),
  LISTEN_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('Where DATABASE_URL is a pooler, such as PgBouncer: the address of the database behind it.'),
  NODE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'With a database: the address under which PCs reach this node alone, e.g. https://hub.example.com/node-1.',
    ),
  URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'The address under which stores, tills and PCs reach the hub, e.g. https://hub.example.com. Stores need https.',
    ),
  TRUST_PROXY: z
    .union([z.enum(['none', 'loopback']), z.string().regex(/^[0-9a-fA-F.:/, ]+$/)])
    .default('none')
    .describe(
      'Whose X-Forwarded-For is believed: none, loopback (a proxy on this machine), or addresses and networks, comma between.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged. No level logs bodies, queries, tokens or names.'),
  KEY: z
    .string()
    .optional()
    .describe(
      '32 bytes as base64 that seal the secrets at rest. Without it the hub makes a file in the data folder.',
    ),
  CLOVER_APP_ID: z.string().optional().describe('The Clover app of the operator, for all shops of this hub.'),
  CLOVER_AUTH_CODE: z.string().max(36).optional().describe('The Clover Auth Code of that app.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'The mail server for outage mail, e.g. smtps://user:password@mail.example.com. Without it: none.',
    ),
  MAIL_FROM: z.email().optional().describe('The sender of that mail.'),
  OPERATOR_MAIL: z
    .email()
    .optional()
    .describe('Where the hub mails its operator when its own disk fails. Without it: nowhere.'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Whoever reads /metrics sends it as a Bearer token. Without it only this machine may read them.',
    ),
  MOST_SOCKETS: wholeNumber(1, 1_000_000)
    .default(12_000)
    .describe('PCs that may be connected at once; 8 KiB of memory each.'),
  SHOP_RATE: wholeNumber(1, 100_000)
    .default(50)
    .describe('Changes a second of one shop that are told singly; beyond, its PC reads everything anew.'),
  SOURCE_RATE: wholeNumber(1, 1_000_000)
    .default(5_000)
    .describe('As SHOP_RATE, for one sender’s address: all of Clover, or one web server.'),
});

export interface HubConfig {
  readonly address: string;
  readonly port: number;
  readonly dataDir: string;
  /** Null: the data file, for one node. */
  readonly databaseUrl: string | null;
  /** The same past a pooler. */
  readonly listenUrl: string | null;
  /** This node's own address, without a slash at its end. */
  readonly nodeUrl: string | null;
  /** Without a slash at its end; null: the address that is listened on. */
  readonly publicUrl: string | null;
  /** As Fastify takes it. */
  readonly trustProxy: boolean | string;
  readonly logLevel: z.infer<typeof options>['LOG_LEVEL'];
  readonly key: string | null;
  readonly operatorApp: { readonly appId: string; readonly authCode: string | null } | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly operatorMail: string | null;
  readonly metricsToken: string | null;
  readonly mostSockets: number;
  readonly shopRate: number;
  readonly sourceRate: number;
}

/** What the operator's help lists: name, meaning, and what it is when it is not set. */
export const listOptions = (): { name: string; meaning: string; byDefault: string }[] =>
  Object.entries(options.shape).map(([name, schema]) => ({
    name: PREFIX + name,
    meaning: schema.description ?? '',
    byDefault: String(schema.safeParse(undefined).data ?? ''),
  }));

/**
 * Reads the options from the environment.
 * @throws HubFailure CONFIG_WRONG that names each option that cannot be used, never its value
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): HubConfig {
  const given = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && value !== undefined && value.trim() !== ''
      ? [[name.slice(PREFIX.length), value.trim()] as const]
      : [],
  );
  const parsed = options.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${PREFIX}${String(path[0])}: ${message}`);
    throw new HubFailure('CONFIG_WRONG', `The hub cannot start with these options. ${wrong.join('. ')}.`);
  }
  if (parsed.data.SMTP_URL !== undefined && parsed.data.MAIL_FROM === undefined) {
    throw new HubFailure(
      'CONFIG_WRONG',
      `${PREFIX}SMTP_URL is set without ${PREFIX}MAIL_FROM. Set the sender as well.`,
    );
  }
  const { TRUST_PROXY: proxy, CLOVER_APP_ID: appId, ...rest } = parsed.data;
  return {
    address: rest.ADDRESS,
    port: rest.PORT,
    dataDir: rest.DATA,
    databaseUrl: rest.DATABASE_URL ?? null,
    listenUrl: rest.LISTEN_URL ?? rest.DATABASE_URL ?? null,
    nodeUrl: rest.NODE_URL?.replace(/\/+$/, '') ?? null,
    publicUrl: rest.URL?.replace(/\/+$/, '') ?? null,
    trustProxy: proxy === 'none' ? false : proxy,
    logLevel: rest.LOG_LEVEL,
    key: rest.KEY ?? null,
    operatorApp: appId === undefined ? null : { appId, authCode: rest.CLOVER_AUTH_CODE ?? null },
    smtpUrl: rest.SMTP_URL ?? null,
    mailFrom: rest.MAIL_FROM ?? null,
    operatorMail: rest.OPERATOR_MAIL ?? null,
    metricsToken: rest.METRICS_TOKEN ?? null,
    mostSockets: rest.MOST_SOCKETS,
    shopRate: rest.SHOP_RATE,
    sourceRate: rest.SOURCE_RATE,
  };
}

/**
 * Whether the options are whole for whoever takes part in the hub's work, as its nodes and the operator's commands do.
 * @throws HubFailure CONFIG_WRONG where several nodes could not be one hub with them
 */
export function checkShared({ databaseUrl, nodeUrl, publicUrl, key }: HubConfig): void {
  if (databaseUrl !== null && (nodeUrl === null || publicUrl === null || key === null))
    throw new HubFailure(
      'CONFIG_WRONG',
      `${PREFIX}DATABASE_URL is set, so ${PREFIX}NODE_URL (this node's own address), ${PREFIX}URL (that of all) and ${PREFIX}KEY (the same for all nodes) are needed too.`,
    );
  if (databaseUrl === null && nodeUrl !== null)
    throw new HubFailure(
      'CONFIG_WRONG',
      `${PREFIX}NODE_URL is set without ${PREFIX}DATABASE_URL: a node without the others' database would keep its shops to itself.`,
    );
}
