import { FleetItem } from '@slipway/backstage-plugin-fleet-common';
import {
  FleetDomain,
  KubernetesObject,
} from '@slipway/backstage-plugin-fleet-node';
import { brokenWidget, WIDGET_CAUSES } from './causes';

const WIDGETS = 'widgets.example.org';

/** A domain of tests: a widget is healthy unless its status says it is not. */
export const domain: FleetDomain = {
  id: 'widgets',
  causes: WIDGET_CAUSES,
  resources: [
    {
      id: WIDGETS,
      kind: 'Widget',
      group: 'example.org',
      versions: ['v1'],
      plural: 'widgets',
      namespaced: true,
      project: object => ({ broken: brokenText(object) }),
    },
  ],
  affected: change =>
    'resource' in change && change.resource === WIDGETS
      ? [
          {
            domain: 'widgets',
            cluster: change.source.replace('cluster/', ''),
            namespace: change.namespace,
            name: change.name,
          },
        ]
      : [],
  derive(ref, read): FleetItem | undefined {
    const { cluster, namespace, name } = ref;
    const row = read.row(`cluster/${cluster}`, WIDGETS, namespace, name);
    if (!row) {
      return undefined;
    }
    const object = { scope: cluster, kind: 'Widget', namespace, name };
    const { broken } = row.slices.widgets as { broken?: string };
    const finding = broken ? brokenWidget(object, broken) : undefined;
    return {
      ref,
      object,
      finding,
      status: finding?.status ?? 'healthy',
      impact: [name],
      details: {},
      memory: { seen: row.resourceVersion },
    };
  },
};

function brokenText(object: KubernetesObject): string | undefined {
  const status = object.status as { broken?: string } | undefined;
  return status?.broken;
}
