import { get } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a person's click on a link sends; Node's own fetch says of itself that it is a script's call. */
export const CLICK = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

export interface VisitedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Opens an address as a browser does, with exactly these headers of its own. */
export const visit = (url: string, headers: Readonly<Record<string, string>> = CLICK): Promise<VisitedPage> =>
  new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      text(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: body }),
        reject,
      );
    }).on('error', reject);
  });
