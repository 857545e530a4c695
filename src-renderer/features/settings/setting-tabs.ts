import {
  ArrowLeftRight,
  Bell,
  Boxes,
  CircleDollarSign,
  type LucideIcon,
  MonitorCog,
  Package,
  Plug,
  ReceiptText,
  Wrench,
} from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
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
  { name: 'connections', word: t('Connections'), icon: Plug, groups: [] },
  {
    name: 'sync',
    word: t('What syncs'),
    icon: ArrowLeftRight,
    groups: [
      { title: t('Direction'), keys: ['sync.direction'] },
      { title: t('New products'), keys: ['sync.create.store', 'sync.create.till'] },
      { title: t('Modifier groups in the store'), keys: ['sync.addOns'] },
      {
        title: t('Products that left the till'),
        keys: ['sync.deleteAction', 'brake.deleteCount'],
      },
    ],
  },
  {
    name: 'prices',
    word: t('Prices'),
    icon: CircleDollarSign,
    groups: [
      {
        title: t('Store prices'),
        keys: ['price.mode', 'price.markupType', 'price.markupValue', 'price.rounding', 'price.tax'],
      },
      { title: t('Brake'), keys: ['brake.priceCount', 'brake.pricePercent'] },
    ],
  },
  {
    name: 'products',
    word: t('Products'),
    icon: Package,
    groups: [
      {
        title: t('Products made by an import'),
        keys: ['import.status', 'import.taxClass', 'import.fillDescription'],
      },
      { title: t('Categories'), keys: ['import.categoryMode', 'import.defaultCategory'] },
    ],
  },
  {
    name: 'stock',
    word: t('Stock'),
    icon: Boxes,
    groups: [
      { title: t('Stock'), keys: ['stock.enabled', 'stock.lowThreshold', 'stock.outOfStock'] },
      {
        title: t('Web orders'),
        text: t(
          'A sale must lower the till’s count once. Where the till does it by itself for web orders, Tillbridge keeps its hands off.',
        ),
        keys: ['stock.whoLowersTill'],
      },
      { title: t('Brake'), keys: ['brake.zeroCount'] },
    ],
  },
  {
    name: 'orders',
    word: t('Orders'),
    icon: ReceiptText,
    groups: [
      {
        title: t('Web orders'),
        text: t(
          'Paid orders stand on the till as paid. One that is paid at the door stays open there until somebody takes the money. Of customers in Europe nothing goes to the till unless you allow it.',
        ),
        keys: [
          'orders.enabled',
          'orders.sendWhen',
          'orders.customer',
          'orders.euCustomers',
          'orders.tipNames',
        ],
      },
      {
        title: t('On the till'),
        text: t(
          'Both are found by their name, and made where the till lets Tillbridge make them. Until they are there, orders wait and go on by themselves.',
        ),
        keys: ['orders.typeName', 'orders.tender', 'orders.lockedIsFulfilled'],
      },
      {
        title: t('In the kitchen'),
        text: t(
          'Each order prints one ticket. If your till prints new orders by itself, leave it to the till, or every ticket comes twice.',
        ),
        keys: ['orders.print'],
      },
    ],
  },
  { name: 'alerts', word: t('Alerts'), icon: Bell, groups: [] },
  { name: 'app', word: t('This app'), icon: MonitorCog, groups: [] },
  {
    name: 'advanced',
    word: t('Advanced'),
    icon: Wrench,
    groups: [
      {
        title: t('How often'),
        text: t(
          'Clover limits the requests of all shops with this app together, so looking every second would slow down everybody. While nothing happens, it looks less often by itself.',
        ),
        keys: ['poll.fastestSeconds', 'poll.hours', 'reconcile.everyMinutes', 'reconcile.weekly'],
      },
      { title: t('Log'), keys: ['log.retentionDays', 'log.debug'] },
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
  why: t('Without effect while store prices are the same as the till’s.'),
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
export const RELAY_KEYS: readonly string[] = ['hub.webhooks', 'hub.reports', 'hub.mailTo', 'hub.onlyThisPc'];

/** The keys that have a place of their own, or none yet. */
export const PLACED_KEYS: ReadonlySet<string> = new Set([
  ...SETTING_TABS.flatMap(({ groups }) => groups.flatMap(({ keys }) => keys)),
  ...ALERT_KEYS,
  ...RELAY_KEYS,
  ...SYNC_FIELDS.flatMap((field) => [`sync.field.${field}`, `sync.owner.${field}`]),
]);
