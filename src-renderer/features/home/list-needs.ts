import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { AlertShape, LinkStatusShape, StatusShape } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { useAlerts } from '../../state/alerts.ts';
import { useHub } from '../../state/hub.ts';
import { addressOf, navigate, openAddress } from '../../state/navigation.ts';
import { useOrders } from '../../state/orders.ts';
import { useProducts } from '../../state/products.ts';
import { isOffline } from '../frame/is-offline.ts';
import { listOrderNeeds } from '../orders/list-order-needs.ts';
import { listRelayNeeds } from '../relay/list-relay-needs.ts';
import { openSetup } from '../setup/open-setup.ts';
import { listSyncNeeds } from './list-sync-needs.ts';
import { type Need, type StateNeed, sayNeed } from './need.ts';

/** An alert that nobody has seen, and that the state of things does not tell already. */
export interface AlertNeed {
  readonly alert: AlertShape;
  /** null: it is Home itself that it would open. */
  readonly open: (() => void) | null;
  readonly see: () => void;
}

/** What needs a person, the most urgent first. Acting on it marks the alerts of the same cause as seen. */
export const listNeeds = (
  status: StatusShape,
  sync: SyncStateShape | null,
  alerts: readonly AlertShape[],
): Need[] =>
  listStateNeeds(status, sync).map(({ failure, action, also, covers, tone = 'bad' }) => {
    const same = alerts.filter(({ key }) => covers(key)).map(({ id }) => id);
    const andSeen = ({ word, act }: Need['action']): Need['action'] => ({
      word,
      act: () => {
        void useAlerts.getState().markSeen(same);
        act();
      },
    });
    return { failure, tone, action: andSeen(action), ...(also ? { also: andSeen(also) } : {}) };
  });

/** The alerts that the state of things does not tell already, urgent ones first. */
export function listAlertNeeds(
  status: StatusShape,
  sync: SyncStateShape | null,
  alerts: readonly AlertShape[],
): AlertNeed[] {
  const needs = listStateNeeds(status, sync);
  const hasWarnings = status.warnings.length > 0;
  return alerts
    .filter(({ key }) => !needs.some(({ covers }) => covers(key)))
    .filter(({ key }) => !(hasWarnings && key.startsWith('missing.')))
    .sort((left, right) => Number(right.isUrgent) - Number(left.isUrgent))
    .map((alert) => {
      const see = (): void => void useAlerts.getState().markSeen([alert.id]);
      const open = (): void => {
        see();
        openAddress(alert.opens);
      };
      return { alert, see, open: alert.opens === addressOf('home') ? null : open };
    });
}

const PRACTICE_ENDED: StateNeed = {
  tone: 'waiting',
  failure: sayNeed(
    t('The practice till and store have ended: they live only as long as Tillbridge runs.'),
    t('Start practice again, or connect your own shop. Nothing real was lost.'),
  ),
  action: { word: t('Start practice again'), act: () => openSetup(0) },
  covers: (key) => ['import.', 'side.', 'stock.'].some((about) => key.startsWith(about)),
};

function listStateNeeds(status: StatusShape, sync: SyncStateShape | null): StateNeed[] {
  const { mode, reach, products, queue, unfinishedRunId } = status;
  const isAway = isOffline(reach.till) || isOffline(reach.store);
  if (status.practice?.hasEnded || (mode === 'practice' && isAway)) return [PRACTICE_ENDED];
  const needs: StateNeed[] = [];
  for (const side of ['till', 'store'] as const) {
    const failure = reach[side];
    if (!failure || isOffline(failure)) continue;
    const step = side === 'till' ? 1 : 2;
    const action = {
      word: t(side === 'till' ? 'Connect the till again' : 'Connect the store again'),
      act: () => openSetup(step),
    };
    needs.push({ failure, action, covers: (key) => key === `side.${side}` });
  }
  if (unfinishedRunId !== null) {
    const message = t('Import {{run}} stopped before its end.', { run: unfinishedRunId });
    const hint = t('It can be taken up where it stopped; nothing is done twice.');
    needs.push({
      failure: sayNeed(message, hint),
      action: { word: t('Go to Import'), act: () => navigate('import') },
      covers: (key) => key === 'import.stopped',
    });
  }
  const errors = (products.error ?? 0) || queue.parked;
  if (errors > 0) needs.push({ ...needErrors(errors), covers: (key) => key === 'import.failed' });
  const orders = listOrderNeeds(useOrders.getState().overview);
  const relay = listRelayNeeds(useHub.getState().hub);
  return [...orders, ...needs, ...relay, ...listSyncNeeds(sync, status)];
}

function needErrors(count: number): Need {
  return {
    failure: sayNeed(
      t('{{count}} products could not be brought in step.', { count }),
      t('Each says why and what to do.'),
    ),
    action: { word: t('Show the errors'), act: () => showProducts('error') },
  };
}

/** Opens the products of one state. */
export function showProducts(status: LinkStatusShape): void {
  useProducts.getState().setSearch('');
  useProducts.getState().setStatus(status);
  navigate('products');
}
