import type { AppFrame, HubFrame } from '../protocol/frames.ts';
import { appFrameSchema } from '../protocol/frames.ts';

/** A socket as a session sees it. */
export interface Wire {
  send(frame: HubFrame): void;
  isOpen(): boolean;
  /** What the socket has not taken yet. */
  readonly bufferedBytes: number;
  /** Says good-bye to the end, then closes; a peer that does not answer is cut off. */
  close(frame: Extract<HubFrame, { type: 'bye' }>): void;
}

const KNOWN = new Set(appFrameSchema.options.map((option) => String(option.shape.type.value)));

/** A frame, or why it is none: an unknown type is from a newer app and harmless, anything else is a fault. */
export function readAppFrame(text: string): AppFrame | 'unknown' | 'malformed' {
  const value = parse(text);
  const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
  if (typeof type !== 'string') return 'malformed';
  if (!KNOWN.has(type)) return 'unknown';
  const frame = appFrameSchema.safeParse(value);
  return frame.success ? frame.data : 'malformed';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // counted as malformed
  }
}
