import {
  ArrowLeftRight,
  Bell,
  Boxes,
  CircleDollarSign,
  type LucideIcon,
  Package,
  Plug,
  ReceiptText,
  Wrench,
} from 'lucide-react';
import { ALERT_KIND_KEYS } from './told-by.ts';

export interface SettingGroup {
  readonly title: string;
  readonly text?: string;
  readonly keys: readonly string[];
}

export interface SettingTab {
  readonly name: string;
  readonly word: string;
  readonly icon: LucideIcon;
  readonly groups: readonly SettingGroup[];
}

/** The fields that are kept in step, in the order a person thinks of them. */
export const SYNC_FIELDS = [
  'name',
  'price',
  'sku',
  'categories',
  'stock',
  'availability',
  'description',
  'modifiers',
] as const;

/** Where each setting stands. A key that the engine has and no group names is shown under Advanced. */
export const SETTING_TABS: readonly SettingTab[] = [
  { name: 'connections', word: 'Connections', icon: Plug, groups: [] },
  {
    name: 'sync',
    word: 'What syncs',
    icon: ArrowLeftRight,
    groups: [
      { title: 'Direction', keys: ['sync.direction'] },
      { title: 'New products', keys: ['sync.create.store', 'sync.create.till'] },
      { title: 'Modifier groups in the store', keys: ['sync.addOns'] },
      {
        title: 'Products that left the till',
        keys: ['sync.deleteAction', 'brake.deleteCount'],
      },
    ],
  },
  {
    name: 'prices',
    word: 'Prices',
    icon: CircleDollarSign,
    groups: [
      {
        title: 'Store prices',
        keys: ['price.mode', 'price.markupType', 'price.markupValue', 'price.rounding', 'price.tax'],
      },
      { title: 'Brake', keys: ['brake.priceCount', 'brake.pricePercent'] },
    ],
  },
  {
    name: 'products',
    word: 'Products',
    icon: Package,
    groups: [
      {
        title: 'Products made by an import',
        keys: ['import.status', 'import.taxClass', 'import.fillDescription'],
      },
      { title: 'Categories', keys: ['import.categoryMode', 'import.defaultCategory'] },
    ],
  },
  {
    name: 'stock',
    word: 'Stock',
    icon: Boxes,
    groups: [
      { title: 'Stock', keys: ['stock.enabled', 'stock.lowThreshold', 'stock.outOfStock'] },
      {
        title: 'Web orders',
        text: 'A sale must lower the till’s count once. Where the till does it by itself for web orders, Tillbridge keeps its hands off.',
        keys: ['stock.whoLowersTill'],
      },
      { title: 'Brake', keys: ['brake.zeroCount'] },
    ],
  },
  {
    name: 'orders',
    word: 'Orders',
    icon: ReceiptText,
    groups: [
      {
        title: 'Web orders',
        text: 'Paid orders stand on the till as paid. One that is paid at the door stays open there until somebody takes the money. Of customers in Europe nothing goes to the till unless you allow it.',
        keys: [
          'orders.enabled',
          'orders.sendWhen',
          'orders.customer',
          'orders.euCustomers',
          'orders.tipNames',
        ],
      },
      {
        title: 'On the till',
        text: 'Both are found by their name, and made where the till lets Tillbridge make them. Until they are there, orders wait and go on by themselves.',
        keys: ['orders.typeName', 'orders.tender', 'orders.lockedIsFulfilled'],
      },
      {
        title: 'In the kitchen',
        text: 'Each order prints one ticket. If your till prints new orders by itself, leave it to the till, or every ticket comes twice.',
        keys: ['orders.print'],
      },
    ],
  },
  { name: 'alerts', word: 'Alerts', icon: Bell, groups: [] },
  {
    name: 'advanced',
    word: 'Advanced',
    icon: Wrench,
    groups: [
      {
        title: 'How often',
        text: 'Clover limits the requests of all shops with this app together, so looking every second would slow down everybody. While nothing happens, it looks less often by itself.',
        keys: ['poll.fastestSeconds', 'poll.hours', 'reconcile.everyMinutes', 'reconcile.weekly'],
      },
      { title: 'Log', keys: ['log.retentionDays', 'log.debug'] },
    ],
  },
];

export interface SettingNeed {
  readonly key: string;
  readonly value: string;
  /** Why it does nothing now. */
  readonly why: string;
}

const ONLY_WITH_MARKUP = {
  key: 'price.mode',
  value: 'markup',
  why: 'Without effect while store prices are the same as the till’s.',
};

/** Settings that do something only while another one has this value. */
export const SETTING_NEEDS: Readonly<Record<string, SettingNeed>> = {
  'price.markupType': ONLY_WITH_MARKUP,
  'price.markupValue': ONLY_WITH_MARKUP,
};

/** Shown by the tab for alerts. */
export const ALERT_KEYS: readonly string[] = [
  'alerts.desktop',
  'alerts.sound',
  'alerts.quietFrom',
  'alerts.quietTo',
  'alerts.repeatMinutes',
  'alerts.mail',
  'alerts.mailTo',
  'alerts.mailFrom',
  'alerts.smtpHost',
  'alerts.smtpPort',
  'alerts.smtpSecurity',
  'alerts.smtpUser',
  ...ALERT_KIND_KEYS,
];

/** Shown among the connections, where a relay is paired. */
export const RELAY_KEYS: readonly string[] = ['hub.webhooks', 'hub.reports', 'hub.onlyThisPc'];

/** The keys that have a place of their own, or none yet. */
export const PLACED_KEYS: ReadonlySet<string> = new Set([
  ...SETTING_TABS.flatMap(({ groups }) => groups.flatMap(({ keys }) => keys)),
  ...ALERT_KEYS,
  ...RELAY_KEYS,
  ...SYNC_FIELDS.flatMap((field) => [`sync.field.${field}`, `sync.owner.${field}`]),
]);
