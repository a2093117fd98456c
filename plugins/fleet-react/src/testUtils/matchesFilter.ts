import {
  FleetFilter,
  ServedItem,
} from '@slipway/backstage-plugin-fleet-common';

/** Whether all that a filter names matches. */
export function matchesFilter(item: ServedItem, filter: FleetFilter): boolean {
  const { ref, finding, impact } = item;
  const found: FleetFilter = {
    domain: ref.domain,
    cluster: ref.cluster,
    namespace: ref.namespace,
    owner: item.owner,
    cause: finding?.cause,
    root: finding?.root,
    service: item.service,
    environment: item.environment,
    entityRef: filter.entityRef,
  };
  const { status, text, details = [], ...words } = filter;
  const haystack = [ref.name, finding?.title, ...impact].join(' ');
  return (
    (!status?.length || status.includes(item.status)) &&
    (!text || haystack.toLowerCase().includes(text.toLowerCase())) &&
    details.every(detail => hasDetail(item, detail)) &&
    Object.entries(words).every(
      ([name, value]) => !value || found[name as keyof FleetFilter] === value,
    )
  );
}

function hasDetail({ details }: ServedItem, detail: string): boolean {
  return Object.entries(details ?? {}).some(
    ([field, value]) => `${field}=${value}` === detail,
  );
}
