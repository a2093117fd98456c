import { CreateClusterTemplateBody } from '@slipway/backstage-plugin-openstack-node';

/** How a cluster template shall be; what is absent is left to Magnum. */
export type TemplateRequest = Pick<
  CreateClusterTemplateBody,
  'name' | 'image_id'
> &
  Partial<CreateClusterTemplateBody>;
