import { MagnumClusterTemplate } from '@slipway/backstage-plugin-openstack-node';
import { Order } from './Order';

/** What an order would make, for people. */
export function describeOrder(
  { request, marks }: Order,
  template: MagnumClusterTemplate,
): string {
  const version = template.labels?.kube_tag;
  const flavor = request.flavor ?? template.flavor_id;
  const masterFlavor = request.masterFlavor ?? template.master_flavor_id;
  const of = (name: string | null | undefined) => (name ? ` of ${name}` : '');
  return [
    `the cluster ${request.name} in the cloud ${marks.cloud} for ${marks.owner}:`,
    `  cluster template ${template.name}${version ? ` (${version})` : ''}`,
    `  ${request.masterCount} control-plane nodes${of(masterFlavor)}`,
    `  ${request.nodeCount} nodes${of(flavor)}`,
    ...(marks.zone ? [`  zone ${marks.zone}`] : []),
    ...(marks.stage ? [`  stage ${marks.stage}`] : []),
    ...(marks.components.length > 0
      ? [`  components ${marks.components.join(', ')}`]
      : []),
  ].join('\n');
}
