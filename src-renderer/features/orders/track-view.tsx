import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { listStops, sayTrack } from './order-track.ts';

export interface TrackViewProps {
  readonly order: OrderRowShape;
  /** There is no room for all words. */
  readonly isTight?: boolean;
}

/** How far an order has come: five bars, each with its word. */
export function TrackView({ order, isTight = false }: TrackViewProps) {
  const stops = listStops(order);
  return (
    <div
      className="tb-track"
      data-is-tight={isTight || undefined}
      role="img"
      aria-label={t('Way: {{stops}}', { stops: sayTrack(stops) })}
    >
      {stops.map(({ key, state, word }) => (
        <span key={key} className="tb-stop" data-state={state}>
          {word}
        </span>
      ))}
    </div>
  );
}
