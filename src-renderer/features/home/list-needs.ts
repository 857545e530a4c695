import type { FailureShape, LinkStatusShape, StatusShape } from '../../../src-preload/contract/shapes.ts';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import { isOffline } from '../frame/engine-word.ts';
import { openSetup } from '../setup/open-setup.ts';

/** One thing that waits for a person, with its one action. */
export interface Need {
  readonly failure: FailureShape;
  readonly action: { readonly word: string; readonly act: () => void };
}

const say = (code: string, message: string, hint: string): FailureShape => ({ code, message, hint });

const countThings = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What needs a person, the most urgent first. */
export function listNeeds({ reach, products, queue, unfinishedRunId }: StatusShape): Need[] {
  const needs: Need[] = [];
  for (const side of ['till', 'store'] as const) {
    const failure = reach[side];
    if (!failure || isOffline(failure)) continue;
    const step = side === 'till' ? 1 : 2;
    needs.push({ failure, action: { word: `Connect the ${side} again`, act: () => openSetup(step) } });
  }
  if (unfinishedRunId !== null) {
    const message = `Import ${unfinishedRunId} stopped before its end.`;
    const hint = 'It can be taken up where it stopped; nothing is done twice.';
    needs.push({
      failure: say('HOME_UNFINISHED', message, hint),
      action: { word: 'Go to Import', act: () => navigate('import') },
    });
  }
  const errors = (products.error ?? 0) || queue.parked;
  if (errors > 0) needs.push(needProducts('error', errors));
  if ((products.conflict ?? 0) > 0) needs.push(needProducts('conflict', products.conflict ?? 0));
  return needs;
}

function needProducts(status: 'error' | 'conflict', count: number): Need {
  const things = countThings(count, 'product', 'products');
  const failure =
    status === 'error'
      ? say('HOME_ERRORS', `${things} could not be brought in step.`, 'Each says why and what to do.')
      : say(
          'HOME_CONFLICTS',
          `${things} changed on both sides in different ways.`,
          'Both sides were left alone.',
        );
  const word = status === 'error' ? 'Show the errors' : 'Show the conflicts';
  return { failure, action: { word, act: () => showProducts(status) } };
}

/** Opens the products of one state. */
export function showProducts(status: LinkStatusShape): void {
  useProducts.getState().setStatus(status);
  navigate('products');
}
