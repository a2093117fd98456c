import {
  clusterSourceId,
  FleetItem,
  LABEL_ENVIRONMENT,
  LABEL_OWNER,
  LABEL_SERVICE,
  sourceIdsOf,
} from '@slipway/backstage-plugin-fleet-common';
import { NAMESPACES } from '../../rows';
import { Reader } from '../Reader';

const NAME = /^[a-z0-9]+([-_.][a-z0-9]+)*$/i;
const GROUP_REF = /^group:default\/[a-z0-9]+([-_.][a-z0-9]+)*$/;
const LONGEST_NAME = 63;

/**
 * An item with what the platform says about whose it is: the labels of its
 * namespace, which nobody edits but the platform, or the owner of its source.
 * What its domain found out itself stays.
 *
 * @internal
 */
export function withOwnership(item: FleetItem, read: Reader): FleetItem {
  const source = clusterSourceId(item.ref.cluster);
  const labels: Readonly<Record<string, string>> = item.ref.namespace
    ? read.row(source, NAMESPACES, '', item.ref.namespace)?.labels ?? {}
    : {};
  const owner =
    item.owner ??
    (item.ref.namespace
      ? groupOf(labels[LABEL_OWNER])
      : ownerOfSource(item.ref.cluster, read));
  return {
    ...item,
    owner: owner && GROUP_REF.test(owner) ? owner : undefined,
    service: item.service ?? nameOf(labels[LABEL_SERVICE]),
    environment: item.environment ?? nameOf(labels[LABEL_ENVIRONMENT]),
  };
}

/** Where a cluster and a cloud share a name, it cannot tell whose it is. */
function ownerOfSource(name: string, read: Reader): string | undefined {
  const sources = sourceIdsOf(name).flatMap(id => read.source(id) ?? []);
  return sources.length === 1 ? sources[0].owner : undefined;
}

function groupOf(label: string | undefined): string | undefined {
  const name = nameOf(label);
  return name && `group:default/${name.toLowerCase()}`;
}

function nameOf(label: string | undefined): string | undefined {
  return label && label.length <= LONGEST_NAME && NAME.test(label)
    ? label
    : undefined;
}
