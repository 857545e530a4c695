import type { DeveloperApp } from '../app/developer-app.ts';
import type { TillContext } from '../context.ts';
import type { CodeBook } from './code-book.ts';
import type { Installation } from './installation.ts';
import type { TokenBook } from './token-book.ts';

/** What the OAuth calls of one till work on. */
export interface OauthParts {
  readonly till: TillContext;
  readonly app: DeveloperApp;
  readonly codes: CodeBook;
  readonly tokens: TokenBook;
  readonly installation: Installation;
}
