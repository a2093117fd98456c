import { getOrCreateGlobalSingleton } from '@backstage/version-bridge';
import { LegacyDialogs } from './LegacyDialogs';
import { LegacyToasts } from './LegacyToasts';

/** The toasts and dialogs of this tab, the same for all copies of this package. */
export function legacyOverlayApis(): {
  dialogs: LegacyDialogs;
  toasts: LegacyToasts;
} {
  return getOrCreateGlobalSingleton('slipway-legacy-apis', () => ({
    dialogs: new LegacyDialogs(),
    toasts: new LegacyToasts(),
  }));
}
