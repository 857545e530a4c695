import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { StockRowShape } from '../../../src-preload/contract/live-shapes.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useStock } from '../../state/stock.ts';
import { MoveTable } from './move-table.tsx';
import { OversoldNotice } from './oversold-notice.tsx';
import { SoldOutField } from './sold-out-field.tsx';
import { STOCK_WORDS, sayPieces } from './stock-words.ts';
import { ThresholdField } from './threshold-field.tsx';

/** All about the stock of the opened product. */
export function StockDrawer() {
  const { opened, close } = useStock();
  return (
    <SideDrawer isOpen={opened !== null} title={opened?.name ?? ''} close={close}>
      {opened && <StockContent row={opened} />}
    </SideDrawer>
  );
}

function StockContent({ row }: { readonly row: StockRowShape }) {
  const { moves, movesFailure, failure, loadMoves } = useStock();
  return (
    <>
      <Group gap="sm">
        <StatusBadge {...STOCK_WORDS[row.word]} />
        {row.soldOut && row.word !== 'sold-out' && (
          <StatusBadge tone="waiting" word={t('Sold out by hand')} />
        )}
      </Group>
      {failure && <FailureNotice failure={failure} />}
      {row.word === 'oversold' && <OversoldNotice row={row} />}
      {row.word === 'conflict' && <ClashNotice />}
      <Facts facts={listFacts(row)} />
      <SoldOutField row={row} />
      {row.word === 'untracked' ? (
        <HelpText>
          {t(
            'Neither side counts it, or only one does. To keep a count, switch stock management on for it in the store and on the till.',
          )}
        </HelpText>
      ) : (
        <ThresholdField key={`${row.linkId} ${row.threshold}`} row={row} />
      )}
      <Stack component="section" gap="xs" aria-label={t('Movements')}>
        <Title order={3} size="h4">
          {t('Movements')}
        </Title>
        {movesFailure && (
          <FailureNotice
            failure={movesFailure}
            action={{ word: t('Try again'), act: () => void loadMoves() }}
          />
        )}
        {!moves && !movesFailure && <LoadingState text={t('Reading its movements…')} />}
        {moves?.length === 0 && <Text c="dimmed">{t('Nothing has moved since it was linked.')}</Text>}
        {moves && moves.length > 0 && <MoveTable moves={moves} />}
      </Stack>
    </>
  );
}

/** The two counts below are not agreed on. */
const ClashNotice = () => (
  <Group gap="sm" justify="space-between">
    <Text size="sm">{t('Both sides were counted differently. Nothing is written until you choose.')}</Text>
    <Button size="compact-sm" variant="light" onClick={() => navigate('conflicts')}>
      {t('Open Conflicts')}
    </Button>
  </Group>
);

const listFacts = ({ sku, till, store, cloverId, wooId }: StockRowShape): Fact[] => [
  [t('On the till'), sayPieces(till)],
  [t('In the store'), sayPieces(store)],
  ['SKU', sku || t('none')],
  [t('Clover id'), <code key="clover">{cloverId}</code>],
  [t('Store id'), wooId === null ? t('none yet') : <code key="store">{wooId}</code>],
];
