import type { Link, LinkStatus } from '../../engine/ledger-ports.ts';
import { answer, type Command } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { cleanText, cutText } from '../terminal/display-width.ts';
import { formatIso } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';
import { paintLink } from '../views/status-view.ts';

/** Rows that a person gets when none are asked for; scripts get all. */
const ROWS_FOR_PEOPLE = 50;
const WIDEST_NAME = 40;
const STATUSES: readonly LinkStatus[] = ['synced', 'waiting', 'error', 'conflict', 'deleted'];

export const LINKS: Command = {
  name: 'links',
  summary: 'Lists which item belongs to which product.',
  flags: {
    status: { takes: 'STATUS', meaning: 'only those in this state', choices: STATUSES },
    ...LIST_FLAGS,
  },
  run: async ({ input, isJson, openCore }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const status = input.text('status');
    const limit = input.count('limit') ?? (isJson ? Number.MAX_SAFE_INTEGER : ROWS_FOR_PEOPLE);
    const links = core.value.engine.links({
      ...(status === null ? {} : { status: status as LinkStatus }),
      limit,
      offset: input.count('offset') ?? 0,
    });
    return answer({
      document: { links: links.map(describeLink) },
      lines: (paint) => [
        ...listLinks(links, paint),
        ...(links.length === limit
          ? [paint.dim(`At most ${limit} are shown; --limit and --offset show others.`)]
          : []),
      ],
    });
  },
};

/** A link as scripts get it. */
export function describeLink({ lastSyncedMs, kind, parentWooId, groupId, ...link }: Link) {
  return {
    kind,
    wooId: link.wooId,
    cloverId: link.cloverId,
    ...(kind === 'variation' ? { parentWooId } : {}),
    ...(groupId === null ? {} : { groupId }),
    name: link.name,
    sku: link.sku,
    status: link.status,
    pinned: link.pinned,
    lastSyncedAt: formatIso(lastSyncedMs),
  };
}

function listLinks(links: readonly Link[], paint: Palette): string[] {
  if (links.length === 0) return ['There are none.'];
  return layOutTable(
    [
      { title: 'State' },
      { title: 'Kind' },
      { title: 'Name' },
      { title: 'SKU' },
      { title: 'Till' },
      { title: 'Store', side: 'right' },
    ],
    links.map(({ status, kind, name, sku, cloverId, wooId }) => [
      paintLink(status, status, true, paint),
      kind,
      cutText(cleanText(name), WIDEST_NAME),
      cleanText(sku),
      cloverId,
      wooId === null ? '' : String(wooId),
    ]),
  );
}
