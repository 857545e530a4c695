import { dialog } from 'electron';
import type { FailureView } from '../../src-preload/contract/failures.ts';
import { say } from '../ipc/speech.ts';

const ERASE = 0;
const CANCEL = 1;

/** Asks before everything is erased. The safe answer is the one that Return gives. */
export async function askErase(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: say('Erase what Tillbridge holds?'),
    detail: say(
      'Both sides and the relay are disconnected, the relay’s webhooks are removed, and keys, links, history, settings and log are erased from this computer. Products and orders stay as they are on both sides. This cannot be undone.',
    ),
    buttons: [say('Erase everything'), say('Cancel')],
    defaultId: CANCEL,
    cancelId: CANCEL,
  });
  return response === ERASE;
}

/** @param left what could not be reached, and so stays elsewhere */
export async function tellErased(left: readonly FailureView[]): Promise<void> {
  const isAll = left.length === 0;
  await dialog.showMessageBox({
    type: isAll ? 'info' : 'warning',
    message: isAll
      ? say('Tillbridge holds nothing on this computer any more.')
      : say('This computer holds nothing any more. What could not be reached stays elsewhere:'),
    detail: left.map(({ message, hint }) => `${message} ${hint}`).join('\n'),
  });
}
