import { createFailure, type Failure } from '../../domain/failure.ts';
import { isPracticeUrl } from '../../domain/practice-url.ts';
import { CLOVER_ENVIRONMENTS, findCloverEnvironment } from './clover-environments.ts';

export interface LoginPagePlace {
  readonly environment: string;
  readonly apiUrl: string | null;
  readonly webUrl: string | null;
}

export interface LoginPageQuery {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  /** Of PKCE; null where the app proves itself by its secret: the two do not mix (clover.md 2.3). */
  readonly challenge: string | null;
}

const PATH = '/oauth/v2/authorize';

/**
 * The address of Clover's page where a merchant lets the app in (clover.md 2.2). Only Clover's own hosts and this
 * computer are ever shown: a person types a password there.
 */
export function writeLoginAddress(place: LoginPagePlace, query: LoginPageQuery): string | Failure {
  const origin = readOrigin(place);
  if (typeof origin !== 'string') return origin;
  const { clientId, redirectUri, state, challenge } = query;
  const params = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    state,
    ...(challenge === null ? {} : { code_challenge: challenge, code_challenge_method: 'S256' }),
  });
  return `${origin}${PATH}?${params}`;
}

function readOrigin({ environment, apiUrl, webUrl }: LoginPagePlace): string | Failure {
  const given = webUrl ?? apiUrl;
  const known = findCloverEnvironment(environment)?.webUrl;
  if (given === null) return known ?? createFailure('NET_BAD_URL', { url: environment });
  const url = URL.canParse(given) ? new URL(given) : null;
  const isClover = CLOVER_ENVIRONMENTS.some((other) => other.webUrl === url?.origin);
  if (url && (isClover || isPracticeUrl(url.origin))) return url.origin;
  return createFailure('NET_BAD_URL', { url: url?.host ?? given.slice(0, 80) });
}
