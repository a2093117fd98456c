import { ApiProvider } from '@backstage/core-app-api';
import {
  ApiHolder,
  ApiRef,
  dialogApiRef,
  toastApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { getOrCreateGlobalSingleton } from '@backstage/version-bridge';
import { ReactNode, useMemo } from 'react';
import { LegacyDialogs } from './LegacyDialogs';
import { LegacyToasts } from './LegacyToasts';

const createOwn = () =>
  new Map<string, unknown>([
    [toastApiRef.id, new LegacyToasts()],
    [dialogApiRef.id, new LegacyDialogs()],
  ]);

/**
 * Toasts and dialogs where the app has none. Not as API factories of a plugin:
 * an old app refuses to start when two plugins, or a plugin and its defaults,
 * bring the same one.
 */
export function LegacyApis(props: { children: ReactNode }) {
  const app = useApiHolder();
  const own = getOrCreateGlobalSingleton('slipway-legacy-apis', createOwn);
  const apis = useMemo<ApiHolder>(
    () => ({
      get: <T,>(ref: ApiRef<T>) =>
        app.get(ref) ?? (own.get(ref.id) as T | undefined),
    }),
    [app, own],
  );

  return <ApiProvider apis={apis}>{props.children}</ApiProvider>;
}
