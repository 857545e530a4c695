import { createId, readNow, type TillContext } from '../context.ts';
import { refuse } from '../rest/failure.ts';
import type { Kitchen, PrintCategory, PrintCause, PrintJob } from './kitchen.ts';

/** Takes a job in; without a default printer nothing can be printed, whatever device is named (clover.md 7.10). */
export function addPrintJob(
  till: TillContext,
  orderId: string,
  { category = 'ORDER', cause }: { readonly category?: PrintCategory; readonly cause: PrintCause },
): PrintJob {
  const { answers, clock } = till;
  const { kitchen } = till.state;
  if (!kitchen.hasDefaultPrinter) throw refuse('The default printing device is missing');
  const createdTime = readNow(till);
  const job: PrintJob = {
    id: createId(till),
    orderId,
    deviceId: kitchen.devices[0]?.id ?? '',
    category,
    cause,
    state: 'CREATED',
    createdTime,
    modifiedTime: createdTime,
    startMs: clock.nowMs() + answers.printStartMs,
    doneMs: clock.nowMs() + answers.printDoneMs,
  };
  kitchen.jobs.set(job.id, job);
  return job;
}

/** What the till does on its own for a new order, where its staff turned that on. */
export function printByItself(till: TillContext, orderId: string): void {
  const { isAutoPrint, hasDefaultPrinter } = till.state.kitchen;
  if (isAutoPrint && hasDefaultPrinter) addPrintJob(till, orderId, { cause: 'auto' });
}

/** Brings every job to where it is by now; called before anybody looks or acts. */
export function settlePrints(till: TillContext): void {
  const { kitchen } = till.state;
  if (kitchen.jobs.size === 0) return;
  const nowMs = till.clock.nowMs();
  const jobs = [...kitchen.jobs.values()].sort((left, right) => left.doneMs - right.doneMs);
  for (const job of jobs) {
    if (job.state === 'CREATED' && job.startMs <= nowMs) startJob(kitchen, job);
    if (job.doneMs <= nowMs) endJob(till, kitchen, job);
  }
}

/** Clears the jam; what was held back comes out as if it had just started. */
export function clearJam(till: TillContext): void {
  const { kitchen } = till.state;
  const { printStartMs, printDoneMs } = till.answers;
  const doneMs = till.clock.nowMs() + Math.max(0, printDoneMs - printStartMs);
  if (kitchen.jam === 'holds') {
    for (const job of kitchen.jobs.values()) {
      if (job.state === 'PRINTING')
        kitchen.jobs.set(job.id, { ...job, doneMs: Math.max(job.doneMs, doneMs) });
    }
  }
  kitchen.jam = 'none';
}

function startJob(kitchen: Kitchen, job: PrintJob): void {
  kitchen.jobs.set(job.id, { ...job, state: 'PRINTING', modifiedTime: cutToSecond(job.startMs) });
}

/** After success the event is discarded; one that failed stays (clover.md 7.10). */
function endJob(till: TillContext, kitchen: Kitchen, job: PrintJob): void {
  const isFailing = !kitchen.hasDefaultPrinter || kitchen.jam === 'fails';
  if (!isFailing && kitchen.jam === 'holds') return;
  kitchen.jobs.delete(job.id);
  if (isFailing) {
    kitchen.failedJobs.set(job.id, { ...job, state: 'FAILED', modifiedTime: cutToSecond(job.doneMs) });
  } else writeTicket(till, kitchen, job);
}

/** The lines say that they are printed, which is all a client gets to know. */
function writeTicket({ state }: TillContext, kitchen: Kitchen, job: PrintJob): void {
  const { orderId, category, cause, doneMs } = job;
  const order = state.orders.get(orderId);
  kitchen.tickets.push({
    orderId,
    category,
    cause,
    printedMs: doneMs,
    lineCount: order?.lines.length ?? 0,
  });
  kitchen.ticketCounts.set(orderId, (kitchen.ticketCounts.get(orderId) ?? 0) + 1);
  if (!order || category !== 'ORDER') return;
  const lines = order.lines.map((line) => (line.printed ? line : { ...line, printed: true }));
  state.orders.put({ ...order, lines, modifiedTime: cutToSecond(doneMs) });
}

function cutToSecond(timeMs: number): number {
  return timeMs - (timeMs % 1000);
}
