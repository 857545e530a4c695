import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; what H2 promises lies in the middle. */
const LATENCY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What `/metrics` shows. No label ever names a shop or a device. */
export interface HubMetrics {
  readonly registry: Registry;
  /** Deliveries, by service and by what became of them. */
  readonly deliveries: Counter<'side' | 'outcome'>;
  readonly ingestSeconds: Histogram;
  /** From a hint's last telling to its sending; what waited for an absent PC is in the last bucket. */
  readonly hintSeconds: Histogram;
  readonly sent: Counter<'kind'>;
  readonly byes: Counter<'code'>;
  readonly ignoredFrames: Counter<'why'>;
  readonly sockets: Gauge;
  readonly waiting: Gauge;
  readonly oldestSeconds: Gauge;
  readonly commits: Gauge;
  readonly diskFailures: Counter;
  readonly memoryBytes: Gauge;
  readonly nodes: Gauge;
  readonly cutOff: Gauge;
}

export function createHubMetrics(): HubMetrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    deliveries: new Counter({
      name: 'hub_deliveries_total',
      help: 'Webhook deliveries, by what became of them',
      labelNames: ['side', 'outcome'],
      registers,
    }),
    ingestSeconds: new Histogram({
      name: 'hub_ingest_seconds',
      help: 'From a verified delivery to its answer, with fsync',
      buckets: LATENCY_BUCKETS,
      registers,
    }),
    hintSeconds: new Histogram({
      name: 'hub_hint_seconds',
      help: 'From the telling of a change to the sending of its hint',
      buckets: LATENCY_BUCKETS,
      registers,
    }),
    sent: new Counter({
      name: 'hub_sent_total',
      help: 'Hints and resyncs sent, repeated ones too',
      labelNames: ['kind'],
      registers,
    }),
    byes: new Counter({ name: 'hub_byes_total', help: 'Sockets closed', labelNames: ['code'], registers }),
    ignoredFrames: new Counter({
      name: 'hub_ignored_frames_total',
      help: 'Frames that were not acted upon',
      labelNames: ['why'],
      registers,
    }),
    sockets: new Gauge({ name: 'hub_sockets', help: 'PCs connected', registers }),
    waiting: new Gauge({ name: 'hub_waiting_rows', help: 'Hints that wait', registers }),
    oldestSeconds: new Gauge({ name: 'hub_oldest_row_seconds', help: 'Age of the oldest hint', registers }),
    commits: new Gauge({ name: 'hub_log_commits', help: 'Commits of the log since the start', registers }),
    diskFailures: new Counter({
      name: 'hub_disk_failures_total',
      help: 'Deliveries answered 503 because the disk failed',
      registers,
    }),
    nodes: new Gauge({ name: 'hub_nodes', help: 'Nodes that this one knows, itself among them', registers }),
    cutOff: new Gauge({
      name: 'hub_cut_off',
      help: '1 while this node is cut off from the others',
      registers,
    }),
    memoryBytes: new Gauge({ name: 'hub_memory_bytes', help: 'Resident memory', registers }),
  };
}
