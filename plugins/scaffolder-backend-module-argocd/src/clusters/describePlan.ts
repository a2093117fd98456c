import { AccountName, ACCOUNTS_NAMESPACE } from './accounts';
import { RegistrationPlan } from './planRegistration';
import { RegisterClusterOptions } from './RegisterClusterOptions';
import { describeSecret, registrationSecret } from './registrations';

const MAY: Record<AccountName, string> = {
  'argocd-manager': 'may do everything, for Argo CD',
  'slipway-reader': 'gets, lists and watches everything but Secrets',
  'slipway-operator':
    'renews certificates, patches Applications, restarts workloads',
};

/** What a registration would do, for a dry run. */
export function describePlan(
  plan: RegistrationPlan,
  options: Pick<
    RegisterClusterOptions,
    'operator' | 'secretsReader' | 'rotation'
  >,
): string {
  const { facts, secrets } = plan;
  const token = options.rotation ? 'with a new token' : 'with a token';
  const names: AccountName[] = [
    'argocd-manager',
    'slipway-reader',
    ...(options.operator ? (['slipway-operator'] as const) : []),
  ];
  const accounts = names.map(account => {
    const may =
      account === 'slipway-reader' && options.secretsReader
        ? 'gets, lists and watches everything, Secrets too'
        : MAY[account];
    return `  ServiceAccount ${ACCOUNTS_NAMESPACE}/${account} of the cluster, ${token}: ${may}`;
  });
  const cleared = secrets.flatMap(({ place, removed }) =>
    removed.map(
      ({ clusterId, secret }) =>
        `  ${describeSecret(
          place,
          secret.metadata.name,
        )}, which the deleted cluster ${clusterId} has left behind, is removed`,
    ),
  );
  const written = secrets.map(({ existing, place, secret, takenOver }) => {
    const { metadata } = registrationSecret({
      place,
      secret,
      facts,
      credential: { caPem: '', token: '' },
    });
    const marks = { ...metadata.labels, ...metadata.annotations };
    return `  ${describeSecret(place, secret)}, ${
      existing || takenOver ? 'which is there already' : 'which is new'
    }: ${Object.entries(marks)
      .map(([key, value]) => `${key}=${value}`)
      .join(', ')}`;
  });
  return [
    `Would register the cluster ${facts.name} at ${facts.server}:`,
    ...accounts,
    ...cleared,
    ...written,
  ].join('\n');
}
