import { Checkbox, Stack, Text } from '@mantine/core';
import type { ProductShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount, formatMoney } from '../../components/money.ts';
import { ProductStatus } from '../../components/product-status.tsx';
import { TimeAgo } from '../../components/time.tsx';
import type { Column, RowChoice } from '../../components/virtual-table.tsx';
import { language, t, tell } from '../../i18n/i18n.ts';
import type { ProductSort } from '../../state/products.ts';
import { nameMatch } from './match-words.ts';
import { nameUnseen, sayUnseen } from './shown-words.ts';

export interface Currencies {
  readonly till: string;
  readonly store: string;
}

const formatStock = (count: number | null): string => (count === null ? '–' : formatCount(count));

type ProductColumn = Column<ProductShape, ProductSort>;

const NAME: ProductColumn = {
  key: 'name',
  title: t('Name'),
  width: 'minmax(150px, 1.8fr)',
  sort: 'name',
  second: { title: 'SKU', sort: 'sku' },
  cell: ({ name, sku, kind, ...row }) => (
    <Stack gap={0}>
      <Text span size="sm" fw={500} truncate title={name}>
        {name}
      </Text>
      <Text span size="xs" c="dimmed" truncate title={sayUnseen(row)}>
        {sku || t('no SKU')}
        {kind === 'variation' && ` · ${t('variant')}`}
        {nameUnseen(row) && ` · ${nameUnseen(row)}`}
      </Text>
    </Stack>
  ),
};

const STATUS: ProductColumn = {
  key: 'status',
  title: t('Status'),
  // The words are longer in the other languages.
  width: language() === 'en' ? '112px' : '137px',
  sort: 'status',
  cell: ({ status }) => <ProductStatus status={status} />,
};

const MATCH: ProductColumn = {
  key: 'match',
  isExtra: true,
  title: t('Match, or what is wrong'),
  width: 'minmax(114px, 1.2fr)',
  cell: ({ failure, ...row }) =>
    failure ? (
      <Text size="xs" lineClamp={2} className="tb-wraps" title={failure.message}>
        {failure.message}
      </Text>
    ) : (
      <Text size="xs" c="dimmed" lineClamp={2} className="tb-wraps" title={tell(row.matchReason)}>
        {sayUnseen(row) || nameMatch(row)}
      </Text>
    ),
};

/** With the till's id below it: both are looked for only when something is asked about one product. */
const LAST_SUCCESS: ProductColumn = {
  key: 'lastSynced',
  isExtra: true,
  title: t('Last success'),
  width: 'minmax(104px, 0.6fr)',
  sort: 'lastSyncedMs',
  cell: ({ lastSyncedMs, cloverId }) => (
    <Stack gap={0}>
      <Text span size="xs">
        {lastSyncedMs === null ? t('never') : <TimeAgo atMs={lastSyncedMs} />}
      </Text>
      <Text span ff="monospace" size="xs" c="dimmed" title={t('Clover id')}>
        {cloverId}
      </Text>
    </Stack>
  ),
};

/** The keyboard chooses with the space bar; the box itself is for the mouse. */
const makeChoiceColumn = ({ isChosen, toggle }: RowChoice<ProductShape>): ProductColumn => ({
  key: 'chosen',
  title: t('Chosen'),
  head: <span className="tb-hidden">{t('Chosen')}</span>,
  width: '24px',
  cell: (row) => (
    <Checkbox
      size="xs"
      tabIndex={-1}
      aria-label={t('Choose {{name}}', { name: row.name })}
      checked={isChosen(row)}
      onChange={() => toggle(row)}
    />
  ),
});

const makePriceColumns = ({ till, store }: Currencies): ProductColumn[] => [
  {
    key: 'tillPrice',
    title: t('Till price'),
    width: '66px',
    isNumber: true,
    sort: 'tillPrice',
    cell: ({ tillPrice }) => formatMoney(tillPrice, till),
  },
  {
    key: 'storePrice',
    title: t('Store price'),
    width: '66px',
    isNumber: true,
    sort: 'storePrice',
    cell: ({ storePrice }) => formatMoney(storePrice, store),
  },
];

const STOCK: readonly ProductColumn[] = [
  {
    key: 'tillStock',
    title: t('Till stock'),
    width: '50px',
    isNumber: true,
    cell: ({ tillStock }) => formatStock(tillStock),
  },
  {
    key: 'storeStock',
    title: t('Store stock'),
    width: '50px',
    isNumber: true,
    cell: ({ storeStock }) => formatStock(storeStock),
  },
];

/** The columns of the list of products. */
export const listProductColumns = (
  currencies: Currencies,
  choice: RowChoice<ProductShape>,
): readonly ProductColumn[] => [
  makeChoiceColumn(choice),
  NAME,
  STATUS,
  ...makePriceColumns(currencies),
  ...STOCK,
  MATCH,
  LAST_SUCCESS,
];
