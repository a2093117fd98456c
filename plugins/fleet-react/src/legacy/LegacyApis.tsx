import { ApiProvider } from '@backstage/core-app-api';
import {
  ApiHolder,
  ApiRef,
  dialogApiRef,
  toastApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { ReactNode, useMemo } from 'react';
import { legacyOverlayApis } from './legacyOverlayApis';

/**
 * Toasts and dialogs where the app has none. Not as API factories of a plugin:
 * an old app refuses to start when two plugins, or a plugin and its defaults,
 * bring the same one.
 */
export function LegacyApis(props: { children: ReactNode }) {
  const app = useApiHolder();
  const apis = useMemo<ApiHolder>(() => {
    const { dialogs, toasts } = legacyOverlayApis();
    const own = new Map<string, unknown>([
      [dialogApiRef.id, dialogs],
      [toastApiRef.id, toasts],
    ]);
    return {
      get: <T,>(ref: ApiRef<T>) =>
        app.get(ref) ?? (own.get(ref.id) as T | undefined),
    };
  }, [app]);

  return <ApiProvider apis={apis}>{props.children}</ApiProvider>;
}
