import { formatAgo, formatMoment } from './moments.ts';
import { useNow } from './use-now.ts';

export { formatDuration, formatMoment } from './moments.ts';

/** How long ago; the exact moment when pointed at. */
export function TimeAgo({ atMs }: { readonly atMs: number }) {
  const nowMs = useNow();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatMoment(atMs)}>
      {formatAgo(atMs, nowMs)}
    </time>
  );
}
