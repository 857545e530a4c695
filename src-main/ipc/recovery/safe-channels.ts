import type { ChannelName } from '../../../src-preload/contract/channels.ts';
import { createFailure, type Failure } from '../../domain/failure.ts';
import type { GateOptions } from '../gate.ts';
import type { Recovery } from './recovery.ts';

/** Areas that are about this computer alone. */
const OWN_AREAS: ReadonlySet<string> = new Set([
  'app',
  'status',
  'log',
  'settings',
  'alerts',
  'autostart',
  'support',
  'language',
  'updates',
]);
/** What only reads what is kept here. */
const READING: ReadonlySet<string> = new Set([
  'get',
  'list',
  'page',
  'rows',
  'result',
  'story',
  'drafts',
  'state',
  'moves',
  'needs',
  'exportCsv',
  'approval',
]);

/** Whether a channel may be used in safe mode: it reads what is kept here, or is about this computer alone. */
export function isSafeChannel(channel: ChannelName): boolean {
  const [area = '', verb = ''] = channel.split(':');
  return OWN_AREAS.has(area) || READING.has(verb);
}

/** What the gate does about safe mode, and about a data file that takes nothing. */
export const guardSafeMode = (
  recovery: Recovery | null,
): Pick<GateOptions, 'findRefusal' | 'onDataFailure'> =>
  recovery === null
    ? {}
    : {
        findRefusal: (channel): Failure | null =>
          recovery.readMode().safe === null || isSafeChannel(channel) ? null : createFailure('SAFE_MODE'),
        onDataFailure: recovery.crash,
      };
