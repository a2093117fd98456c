import {
  Finding,
  FleetItem,
  formatRoot,
  ItemRef,
  ObjectRef,
} from '@slipway/backstage-plugin-fleet-common';
import { FleetDomain } from '../FleetDomain';

/** Cause of items whose domain could not judge them. @public */
export const CAUSE_DOMAIN_ERROR = 'fleet.domain.error';

/** What is shown of an item when a function of its domain threw. @internal */
export function failedItem(options: {
  domain: FleetDomain;
  ref: ItemRef;
  error: Error;
  previous?: FleetItem;
}): FleetItem {
  const { domain, ref, error, previous } = options;
  const object: ObjectRef = previous?.object ?? {
    scope: ref.cluster,
    kind: domain.resources[0]?.kind ?? 'Item',
    namespace: ref.namespace,
    name: ref.name,
  };
  return {
    ref,
    status: 'unknown',
    finding: domainErrorFinding({ domain, object, error }),
    object,
    impact: previous?.impact ?? [],
    details: previous?.details ?? {},
    bindings: previous?.bindings,
    memory: previous?.memory,
  };
}

function domainErrorFinding(options: {
  domain: FleetDomain;
  object: ObjectRef;
  error: Error;
}): Finding {
  const { domain, object, error } = options;
  return {
    cause: CAUSE_DOMAIN_ERROR,
    status: 'unknown',
    title: 'Cannot be judged',
    advice: `Look at the object itself, and report this error: the domain ${domain.id} cannot read it.`,
    says: error.message || error.name,
    evidence: object,
    root: formatRoot(object),
  };
}
