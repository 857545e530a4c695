import type { DeveloperApp } from '../app/developer-app.ts';
import type { TillContext } from '../context.ts';
import type { TokenPermissions } from '../tokens.ts';
import { TOPIC_AREAS } from '../webhooks/topic.ts';

/** The app at this merchant. Its rights are those of the moment it was installed (clover.md 2.2, 2.7). */
export interface Installation {
  /** Undefined while it is not installed. */
  readonly permissions: TokenPermissions | undefined;
  /** Nothing where it is installed already. */
  install(): void;
  /** Ends every grant and tells so with topic A; false where there was nothing to end. */
  uninstall(): boolean;
}

/** The app is not installed yet; `endGrants` is called when it is taken away. */
export function createInstallation(
  till: TillContext,
  app: DeveloperApp,
  endGrants: () => void,
): Installation {
  let installed: { readonly permissions: TokenPermissions; readonly stop: () => void } | undefined;
  return {
    get permissions() {
      return installed?.permissions;
    },
    install: () => {
      if (installed) return;
      const { permissions } = app.registration;
      const stop = till.events.listen((topic, event) => {
        const isReadable = permissions[TOPIC_AREAS[topic]]?.includes('r') ?? false;
        if (isReadable || topic === 'A') app.sender.add(till.merchant.id, event);
      });
      installed = { permissions, stop };
      till.events.tell('A', app.id, 'CREATE');
    },
    uninstall: () => {
      if (!installed) return false;
      till.events.tell('A', app.id, 'DELETE');
      installed.stop();
      installed = undefined;
      endGrants();
      return true;
    },
  };
}
