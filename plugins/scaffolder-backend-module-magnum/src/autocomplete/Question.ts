import { Cloud, CallOptions } from '@slipway/backstage-plugin-openstack-node';

/** What a form asks of a cloud. */
export interface Question extends CallOptions {
  cloud: Cloud;
  context: Record<string, string>;
}
