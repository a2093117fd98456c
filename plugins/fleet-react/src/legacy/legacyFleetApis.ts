import { AnyApiFactory, createApiFactory } from '@backstage/core-plugin-api';
import { dialogApiRef, toastApiRef } from '@backstage/frontend-plugin-api';
import { LegacyDialogs } from './LegacyDialogs';
import { LegacyToasts } from './LegacyToasts';

/**
 * What an app of the old frontend system lacks and the components need. Every
 * domain plugin registers them; the app keeps the first.
 *
 * @public
 */
export const legacyFleetApis: AnyApiFactory[] = [
  createApiFactory({
    api: toastApiRef,
    deps: {},
    factory: () => new LegacyToasts(),
  }),
  createApiFactory({
    api: dialogApiRef,
    deps: {},
    factory: () => new LegacyDialogs(),
  }),
];
