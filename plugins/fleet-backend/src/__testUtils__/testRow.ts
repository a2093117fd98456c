import { Row } from '@slipway/backstage-plugin-fleet-node';

/** A row of a test, complete but for what matters to it. */
export function testRow(parts: Partial<Row> & { name: string }): Row {
  return {
    source: 'cluster/one',
    resource: 'widgets.example.org',
    kind: 'Widget',
    namespace: 'shop',
    uid: `uid-${parts.name}`,
    resourceVersion: '1',
    labels: {},
    owners: [],
    slices: {},
    ...parts,
  };
}
