import { ANNOTATION_UNVERIFIED } from '@slipway/backstage-plugin-fleet-common';
import { stringify } from 'yaml';
import {
  accountObjects,
  ACCOUNTS_NAMESPACE,
  accountsNamespace,
  tokenSecret,
} from './accounts';
import { RegistrationPlan } from './planRegistration';
import { registrationSecret } from './registrations';

const ACCOUNT = 'argocd-manager';
const TOKEN = `${ACCOUNT}-token`;

/**
 * What somebody can do about a cluster that is registered without a credential.
 * The commands take the token from the cluster to the hub; it is not in them.
 */
export function manualSteps({ facts, secrets }: RegistrationPlan): string {
  const planned = secrets.find(({ place }) => place.reader === 'argocd')!;
  const { hub } = planned.place;
  const manifests = [
    accountsNamespace(),
    ...accountObjects(ACCOUNT, { secretsReader: false }),
    tokenSecret(ACCOUNT, TOKEN),
  ].map(object => stringify(object).trimEnd());
  const { metadata } = registrationSecret({
    ...planned,
    facts,
    credential: { caPem: '', token: '' },
  });
  const labels = Object.entries(metadata.labels ?? {}).map(
    ([key, value]) => `'${key}=${value}'`,
  );
  const proxy = facts.proxyUrl ? `,\\"proxyUrl\\":\\"${facts.proxyUrl}\\"` : '';
  const onCluster = `kubectl --context CLUSTER -n ${ACCOUNTS_NAMESPACE}`;
  const onHub = `kubectl --context HUB -n ${hub.namespace}`;
  return [
    'It is registered without a credential: it is seen, but no environment selects it and Argo CD leaves it alone. Do one of:',
    '1. Let Slipway reach it, directly or through a proxy (proxyUrl), and register it again.',
    `2. If Argo CD reaches it, run this where you reach both (contexts CLUSTER and HUB, the hub ${hub.name}). The fleet will still not see into it.`,
    '',
    "kubectl --context CLUSTER apply --server-side -f - <<'EOF'",
    manifests.join('\n---\n'),
    'EOF',
    `token=$(${onCluster} get secret ${TOKEN} -o jsonpath='{.data.token}' | base64 -d)`,
    `ca=$(${onCluster} get secret ${TOKEN} -o jsonpath='{.data.ca\\.crt}')`,
    `${onHub} patch secret ${planned.secret} --type merge --patch-file /dev/stdin <<EOF`,
    `stringData: {config: "{\\"bearerToken\\":\\"$token\\",\\"tlsClientConfig\\":{\\"caData\\":\\"$ca\\"}${proxy}}"}`,
    'EOF',
    `${onHub} label secret ${planned.secret} --overwrite ${labels.join(' ')}`,
    `${onHub} annotate secret ${planned.secret} ${ANNOTATION_UNVERIFIED}- argocd.argoproj.io/skip-reconcile-`,
  ].join('\n');
}
