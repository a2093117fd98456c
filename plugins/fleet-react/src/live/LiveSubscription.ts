import { StreamSubscription } from '@slipway/backstage-plugin-fleet-common';

type WithoutId<Subscription> = Subscription extends unknown
  ? Omit<Subscription, 'id'>
  : never;

/** What a page wants to be told of. */
export type LiveSubscription = WithoutId<StreamSubscription>;
