import { useMediaQuery } from '@mantine/hooks';

const USUAL_PIXELS = 16;
/** As in the style sheet. */
const LARGE = { query: '(min-width: 150em)', scale: 1.25 };
const LARGEST = { query: '(min-width: 200em)', scale: 1.5 };

/** How much larger than usual everything is drawn in a window of this width. */
export function useRemScale(): number {
  const isLarge = useMediaQuery(LARGE.query, false, { getInitialValueInEffect: false });
  const isLargest = useMediaQuery(LARGEST.query, false, { getInitialValueInEffect: false });
  return isLargest ? LARGEST.scale : isLarge ? LARGE.scale : 1;
}

/** A width such as `minmax(120px, 1fr)`, with its pixels in units that grow with the letters. */
export const toRem = (width: string): string =>
  width.replace(/(\d+(?:\.\d+)?)px/g, (_, pixels: string) => `${Number(pixels) / USUAL_PIXELS}rem`);
