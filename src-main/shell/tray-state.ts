import type { ProgressShape, StatusShape } from '../../src-preload/contract/shapes.ts';

/** Each has a picture of its own shape, and a sentence: colour is never alone. */
export type TrayIcon = 'in-step' | 'working' | 'waiting' | 'trouble';
export const TRAY_ICONS: readonly TrayIcon[] = ['in-step', 'working', 'waiting', 'trouble'];

export interface TrayFacts {
  readonly status: StatusShape;
  readonly progress: ProgressShape | null;
  /** The time of day until which a person paused it, in words; null when not paused. */
  readonly pausedUntil: string | null;
  readonly isOnline: boolean;
  /** Web orders that may not be in the kitchen and that nobody has seen to. */
  readonly troubledOrders: number;
}

export interface TrayState {
  readonly icon: TrayIcon;
  readonly sentence: string;
}

/** What the tray says. The most pressing first. */
export function readTrayState(facts: TrayFacts): TrayState {
  const { status, progress, pausedUntil, isOnline, troubledOrders } = facts;
  // A guest waits for food: this is said whatever else is.
  if (troubledOrders > 0) {
    const orders = troubledOrders === 1 ? '1 web order needs you' : `${troubledOrders} web orders need you`;
    return { icon: 'trouble', sentence: `${orders}.` };
  }
  if (pausedUntil !== null) return { icon: 'waiting', sentence: `Paused until ${pausedUntil}.` };
  if (status.mode === 'setup') return { icon: 'waiting', sentence: 'Not set up yet.' };
  if (!isOnline) return { icon: 'trouble', sentence: 'This computer has no network.' };
  const unreachable = nameUnreachable(status);
  if (unreachable !== null) return { icon: 'trouble', sentence: `Cannot reach ${unreachable}.` };
  if (status.activeRunId !== null) return { icon: 'working', sentence: describeProgress(progress) };
  const needs = countNeeds(status);
  if (needs > 0) {
    const things = needs === 1 ? '1 thing needs you' : `${needs} things need you`;
    return { icon: 'trouble', sentence: `${things}.` };
  }
  return { icon: 'in-step', sentence: 'Everything is in step.' };
}

function nameUnreachable({ reach }: StatusShape): string | null {
  if (reach.till && reach.store) return 'the till and the store';
  if (reach.till) return 'the till';
  return reach.store ? 'the store' : null;
}

const describeProgress = (progress: ProgressShape | null): string =>
  progress && progress.total > 0 ? `Working: ${progress.done} of ${progress.total} products.` : 'Working.';

const countNeeds = ({ products, queue, unfinishedRunId }: StatusShape): number =>
  (products.error ?? 0) + (products.conflict ?? 0) + queue.parked + (unfinishedRunId === null ? 0 : 1);
