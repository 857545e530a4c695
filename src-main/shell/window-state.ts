export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Bounds | null;
  readonly isMaximized: boolean;
}

export const SMALLEST = { width: 800, height: 560 } as const;
const FIRST = { width: 1200, height: 800 } as const;
/** So much of the title bar must be on a screen that a hand can take it. */
const GRASP = { width: 120, height: 40 } as const;

/** Where to open the window: as it was left, unless that screen is gone; without a place the system centres it. */
export function placeWindow(
  saved: Bounds | null,
  workAreas: readonly Bounds[],
): Bounds | Pick<Bounds, 'width' | 'height'> {
  if (!saved || ![saved.x, saved.y, saved.width, saved.height].every(Number.isInteger)) return FIRST;
  const size = {
    width: Math.max(saved.width, SMALLEST.width),
    height: Math.max(saved.height, SMALLEST.height),
  };
  const isReachable = workAreas.some((area) => isTitleWithin({ ...saved, ...size }, area));
  return isReachable ? { x: saved.x, y: saved.y, ...size } : size;
}

function isTitleWithin(window: Bounds, area: Bounds): boolean {
  const left = Math.max(window.x, area.x);
  const right = Math.min(window.x + window.width, area.x + area.width);
  return right - left >= GRASP.width && window.y >= area.y && window.y + GRASP.height <= area.y + area.height;
}
