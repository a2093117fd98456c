import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { ClusterSecretSlice } from '../slices';
import { refOf } from '../subject/refOf';
import { applicationsTo } from '../subject/applicationsTo';
import { collisionsOf } from '../subject/collisionsOf';
import { hubFor } from '../subject/hubFor';
import { Seen } from '../subject/Seen';
import { Surroundings } from '../subject/Surroundings';
import { Cause } from './Cause';

/** A name that a cluster is registered under is that of another one as well. */
export function nameCollision(
  around: Surroundings,
  own: Seen<ClusterSecretSlice>[],
): Cause | undefined {
  const collisions = collisionsOf(around, own);
  const hub = hubFor(
    around,
    collisions.map(collision => collision.hub),
    { names: collisions.map(({ name }) => name), servers: [] },
  );
  const collision = collisions.find(found => found.hub.id === hub?.id);
  if (!collision || !hub) {
    return undefined;
  }
  const { name, secrets } = collision;
  const applications = applicationsTo(around, { names: [name], servers: [] }, [
    hub,
  ]);
  const refused = applications.find(({ slice }) => slice.collision);
  const servers = secrets.map(({ slice }) => slice.server).sort();
  return {
    code: 'cluster.registration.name-collision',
    evidence: refOf((refused ?? secrets[0]).row),
    says:
      refused?.slice.collision ??
      `${secrets.length} clusters have the name ${name}: ${servers.join(', ')}`,
    root: formatRoot({
      scope: hub.name,
      kind: 'Registration',
      namespace: '',
      name,
    }),
    impact: applications.map(({ row }) => row.name),
    since:
      refused?.slice.collisionSince ??
      secrets
        .flatMap(({ row }) => row.createdAt ?? [])
        .sort()
        .at(-1),
  };
}
