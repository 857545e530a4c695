import type { Page } from '@playwright/test';

/** Everything that the page's program remembers now, once what nothing holds is gone. */
export async function takeHeap(page: Page): Promise<string> {
  const debug = await page.context().newCDPSession(page);
  const parts: string[] = [];
  debug.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await debug.send('HeapProfiler.enable');
  await debug.send('HeapProfiler.collectGarbage');
  await debug.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await debug.detach();
  return parts.join('');
}

/** Which of these texts are remembered, by name. Long texts may be kept in halves: each is looked for. */
export const findKept = (heap: string, texts: Readonly<Record<string, string>>): string[] =>
  Object.entries(texts)
    .filter(([, text]) => {
      const half = Math.ceil(text.length / 2);
      return [text.slice(0, half), text.slice(half)].some((part) => heap.includes(part));
    })
    .map(([name]) => name);
