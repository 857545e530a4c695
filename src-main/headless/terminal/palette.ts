import { styleText } from 'node:util';

type Paint = (text: string) => string;

/** Colours and weights of text; each leaves the text as it is where there are none. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly red: Paint;
  readonly violet: Paint;
  readonly cyan: Paint;
}

/** A stream that may be a terminal. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Colours only on a terminal that can show them, and never against NO_COLOR (no-color.org). */
export const hasColours = (screen: Screen, env: Environment): boolean =>
  screen.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

export function createPalette(isOn: boolean): Palette {
  const paint =
    (format: Parameters<typeof styleText>[0]): Paint =>
    (text) =>
      isOn ? styleText(format, text, { validateStream: false }) : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    green: paint('green'),
    yellow: paint('yellow'),
    red: paint('red'),
    violet: paint('magenta'),
    cyan: paint('cyan'),
  };
}
