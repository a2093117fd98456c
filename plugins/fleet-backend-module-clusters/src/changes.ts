import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { Change } from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { readMemory } from './memory/readMemory';
import { Moments } from './subject/Moments';
import { MagnumView } from './subject/MagnumView';
import { refOf } from './subject/refOf';
import { viewMagnum } from './subject/viewMagnum';

/** No change of a cluster takes its cloud, or the way to it, away. */
const NOT_BY_A_CHANGE = [
  'cluster.api.magnum-unreachable',
  'cluster.api.credential-refused',
];

/** What was asked of a cluster, and what happened to its template, newest first. */
export function changes(item: ClusterItem, read: Reader): Change[] {
  const view = viewMagnum({
    ref: item.ref,
    read,
    moments: Moments.at(new Date(0)),
  });
  if (!view || NOT_BY_A_CHANGE.includes(item.finding?.cause ?? '')) {
    return [];
  }
  const object = refOf(view.row);
  const seen = readMemory(item)?.changes ?? [];
  return [
    ...seen.map(change => ({ ...change, object })),
    ...made(view),
    ...templateChanges(view),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function made({ cluster, nodeGroups, row }: MagnumView): Change[] {
  const { createdAt, name } = cluster;
  const later = nodeGroups.filter(({ slice }) => !slice.isDefault);
  return [
    ...(createdAt
      ? [
          {
            at: createdAt,
            title: `Cluster ${name} ordered`,
            object: refOf(row),
          },
        ]
      : []),
    ...later.flatMap(group =>
      group.slice.createdAt
        ? [
            {
              at: group.slice.createdAt,
              title: `Node group ${group.slice.name} ordered`,
              object: refOf(group.row),
            },
          ]
        : [],
    ),
  ];
}

function templateChanges({ template }: MagnumView): Change[] {
  return template?.slice.updatedAt
    ? [
        {
          at: template.slice.updatedAt,
          title: `Template ${template.slice.name} changed`,
          object: refOf(template.row),
        },
      ]
    : [];
}
