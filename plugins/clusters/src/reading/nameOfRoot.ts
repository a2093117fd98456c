import {
  parseItemRef,
  parseRoot,
} from '@slipway/backstage-plugin-fleet-common';

/** What people call a root that has the id of one of these members as its name. */
export function nameOfRoot(
  root: string,
  members: { id: string; name: string }[],
): string | undefined {
  const { kind, name } = parseRoot(root);
  return kind === 'Cluster'
    ? members.find(({ id }) => parseItemRef(id)?.name === name)?.name
    : undefined;
}
