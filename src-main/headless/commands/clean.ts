import { obtainApproval } from '../approval.ts';
import { answer, type Command } from '../command.ts';
import { YES_FLAG } from '../command-rules.ts';
import { formatPieces } from '../terminal/figures.ts';

export const CLEAN: Command = {
  name: 'clean',
  summary: 'Forgets all links and starts afresh; deletes nothing on either side.',
  isWriter: true,
  flags: YES_FLAG,
  notes: ['The next import finds the products again by their marks, SKUs and names.'],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const approved = await obtainApproval(
      'Forget all links and what was last agreed? Products stay as they are on both sides.',
      'If you mean it, say "clean --yes".',
      context,
    );
    if (!approved.ok) return approved;
    const forgotten = core.value.engine.clean();
    return answer({
      document: { forgotten },
      lines: () => [`${formatPieces(forgotten, 'link')} forgotten; nothing was deleted on either side.`],
    });
  },
};
