import {
  emptyStatusCounts,
  StatusCounts,
} from '@slipway/backstage-plugin-fleet-common';
import { Access, fullAccess } from '../access/Access';
import { ItemGroup } from './ItemGroup';
import { ItemsFilter } from './ItemsFilter';
import { addCounts } from './listItems';
import { matchesGroup, MatchesGroupOptions } from './matchesGroup';
import { matchesItem } from './matchesItem';

/** How many items are how, from the counts that the groups keep. */
export function summarize(
  options: {
    groups: Iterable<ItemGroup>;
    access?: Access;
    filter?: ItemsFilter;
  } & MatchesGroupOptions,
): { counts: StatusCounts; byDomain: Record<string, StatusCounts> } {
  const { groups, access = fullAccess, filter = {} } = options;
  const inGroup = matchesGroup(filter, options);
  const matches = matchesItem(filter);
  const counts = emptyStatusCounts();
  const byDomain = new Map<string, StatusCounts>();
  for (const group of groups) {
    if (access.sees(group) && inGroup(group)) {
      const own = matches ? countMatching(group, matches) : group.counts;
      addCounts(counts, own);
      const domain = byDomain.get(group.domain) ?? emptyStatusCounts();
      addCounts(domain, own);
      byDomain.set(group.domain, domain);
    }
  }
  return { counts, byDomain: Object.fromEntries(byDomain) };
}

function countMatching(
  group: ItemGroup,
  matches: NonNullable<ReturnType<typeof matchesItem>>,
): StatusCounts {
  const counts = emptyStatusCounts();
  for (const entry of group.entries.values()) {
    if (matches(entry)) {
      counts[entry.item.status]++;
    }
  }
  return counts;
}
