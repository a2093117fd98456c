import { ConflictError } from '@backstage/errors';
import { ANNOTATION_ZONE } from '@slipway/backstage-plugin-fleet-common';
import { isSelected } from '../environments';
import { RegistrationPlan } from './planRegistration';
import { RegisterClusterOptions } from './RegisterClusterOptions';
import { ClusterSecret, registrationSecret, textIn } from './registrations';

type Plan = Pick<RegistrationPlan, 'facts' | 'secrets'>;

/**
 * An environment has one cluster and a DNS zone has one: a second would stop every
 * service from being created. What the cluster has already is no collision.
 *
 * @throws ConflictError with everything that collides
 */
export function checkCollisions(
  options: Pick<RegisterClusterOptions, 'hub' | 'environments'>,
  plan: Plan,
): void {
  const problems = [
    ...collidingEnvironments(options, plan),
    ...collidingZone(options, plan),
  ];
  if (problems.length > 0) {
    throw new ConflictError(problems.join('. '));
  }
}

function collidingEnvironments(
  { environments, hub }: Pick<RegisterClusterOptions, 'hub' | 'environments'>,
  { facts, secrets }: Plan,
): string[] {
  const planned = secrets.find(({ place }) => place.reader === 'argocd');
  if (!planned) {
    return [];
  }
  const { metadata } = registrationSecret({
    ...planned,
    facts,
    credential: { caPem: '', token: '' },
  });
  const before = planned.existing?.metadata.labels;
  const taken = environments.flatMap(environment => {
    const isNew =
      environment.hub === hub.name &&
      isSelected(environment, metadata.labels ?? {}) &&
      !(before && isSelected(environment, before));
    const others = planned.others.filter(({ metadata: { labels = {} } }) =>
      isSelected(environment, labels),
    );
    return isNew && others.length > 0
      ? [`${environment.name} has ${namesOf(others)}`]
      : [];
  });
  if (taken.length === 0) {
    return [];
  }
  const { labels, name, stage } = facts;
  const ways = [
    ...(stage ? ['without a stage, or with another one'] : []),
    ...(Object.keys(labels).length > 0 ? ['with other labels'] : []),
  ];
  return [
    `An environment has one cluster, and those that would also take ${name}${
      stage ? `, by its stage ${stage},` : ''
    } have one already: ${taken.join(', ')}. Order ${name} ${
      ways.join(' or ') || 'for another owner or hub'
    }`,
  ];
}

function collidingZone(
  { hub }: Pick<RegisterClusterOptions, 'hub'>,
  { facts, secrets }: Plan,
): string[] {
  const { name, zone } = facts;
  const hasZone = (secret: ClusterSecret) =>
    secret.metadata.annotations?.[ANNOTATION_ZONE]?.toLowerCase() ===
    zone?.toLowerCase();
  if (!zone || secrets.some(({ existing }) => existing && hasZone(existing))) {
    return [];
  }
  const others = secrets.flatMap(secret => secret.others.filter(hasZone));
  return others.length > 0
    ? [
        `The DNS zone ${zone} is that of ${namesOf(others)} on the hub ${
          hub.name
        } already. Order ${name} with another zone`,
      ]
    : [];
}

function namesOf(secrets: ClusterSecret[]): string {
  const names = secrets.map(
    secret => textIn(secret, 'name') || secret.metadata.name,
  );
  return [...new Set(names)].join(', ');
}
