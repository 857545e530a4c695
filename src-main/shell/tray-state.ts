import type { ProgressShape } from '../../src-preload/contract/run-shapes.ts';
import type { StatusShape } from '../../src-preload/contract/shapes.ts';
import { say } from '../ipc/speech.ts';

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
  /** Nothing is written to either side. */
  readonly isSafe?: boolean;
}

export interface TrayState {
  readonly icon: TrayIcon;
  readonly sentence: string;
}

/** What the tray says. The most pressing first. */
export function readTrayState(facts: TrayFacts): TrayState {
  const { status, progress, pausedUntil, isOnline, troubledOrders } = facts;
  // A guest waits for food: this is said whatever else is.
  if (troubledOrders > 0)
    return { icon: 'trouble', sentence: say('{{count}} web orders need you.', { count: troubledOrders }) };
  if (facts.isSafe === true)
    return { icon: 'trouble', sentence: say('Safe mode: nothing is kept in step. Open Tillbridge.') };
  if (pausedUntil !== null)
    return { icon: 'waiting', sentence: say('Paused until {{time}}.', { time: pausedUntil }) };
  if (status.mode === 'setup') return { icon: 'waiting', sentence: say('Not set up yet.') };
  if (!isOnline) return { icon: 'trouble', sentence: say('This computer has no network.') };
  const unreachable = describeUnreachable(status);
  if (unreachable !== null) return { icon: 'trouble', sentence: unreachable };
  if (status.activeRunId !== null) return { icon: 'working', sentence: describeProgress(progress) };
  const needs = countNeeds(status);
  if (needs > 0) return { icon: 'trouble', sentence: say('{{count}} things need you.', { count: needs }) };
  return { icon: 'in-step', sentence: say('Everything is in step.') };
}

function describeUnreachable({ reach }: StatusShape): string | null {
  if (reach.till && reach.store) return say('Cannot reach the till and the store.');
  if (reach.till) return say('Cannot reach the till.');
  return reach.store ? say('Cannot reach the store.') : null;
}

const describeProgress = (progress: ProgressShape | null): string =>
  progress && progress.total > 0
    ? say('Working: {{done}} of {{total}} products.', { done: progress.done, total: progress.total })
    : say('Working.');

const countNeeds = ({ products, queue, unfinishedRunId }: StatusShape): number =>
  (products.error ?? 0) + (products.conflict ?? 0) + queue.parked + (unfinishedRunId === null ? 0 : 1);
