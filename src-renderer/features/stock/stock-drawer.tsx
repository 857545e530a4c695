import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { StockRowShape } from '../../../src-preload/contract/live-shapes.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
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
        {row.soldOut && <StatusBadge tone="waiting" word="Sold out by hand" />}
      </Group>
      {failure && <FailureNotice failure={failure} />}
      {row.word === 'oversold' && <OversoldNotice row={row} />}
      {row.word === 'conflict' && <ClashNotice />}
      <Facts facts={listFacts(row)} />
      <SoldOutField row={row} />
      {row.word === 'untracked' ? (
        <HelpText>
          Neither side counts it, or only one does. To keep a count, switch stock management on for it in the
          store and on the till.
        </HelpText>
      ) : (
        <ThresholdField key={`${row.linkId} ${row.threshold}`} row={row} />
      )}
      <Stack component="section" gap="xs" aria-label="Movements">
        <Title order={3} size="h4">
          Movements
        </Title>
        {movesFailure && (
          <FailureNotice failure={movesFailure} action={{ word: 'Try again', act: () => void loadMoves() }} />
        )}
        {!moves && !movesFailure && <LoadingState text="Reading its movements…" />}
        {moves?.length === 0 && <Text c="dimmed">Nothing has moved since it was linked.</Text>}
        {moves && moves.length > 0 && <MoveTable moves={moves} />}
      </Stack>
    </>
  );
}

/** The two counts below are not agreed on. */
const ClashNotice = () => (
  <Group gap="sm" justify="space-between">
    <Text size="sm">Both sides were counted differently. Nothing is written until you choose.</Text>
    <Button size="compact-sm" variant="light" onClick={() => navigate('conflicts')}>
      Open Conflicts
    </Button>
  </Group>
);

const listFacts = ({ sku, till, store, cloverId, wooId }: StockRowShape): Fact[] => [
  ['On the till', sayPieces(till)],
  ['In the store', sayPieces(store)],
  ['SKU', sku || 'none'],
  ['Clover id', <code key="clover">{cloverId}</code>],
  ['Store id', wooId === null ? 'none yet' : <code key="store">{wooId}</code>],
];
