import { succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { readLanguage } from '../speech.ts';

export function createLanguageHandlers({
  language,
  publish,
}: HandlerDeps): Pick<Handlers, 'language:get' | 'language:set'> {
  return {
    'language:get': () => succeed({ choice: language.readChoice() }),
    'language:set': async ({ choice }) => {
      const isOther = await language.choose(choice);
      if (isOther) publish('language:changed', { language: readLanguage() });
      return succeed({ choice: language.readChoice() });
    },
  };
}
