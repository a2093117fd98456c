import { FIELD_MANAGER, KubernetesObject } from '../../hubs';
import { ACCOUNT_LABEL, AccountName, ACCOUNTS_NAMESPACE } from './accountNames';
import { operatorRules } from './operatorRules';
import { PolicyRule } from './PolicyRule';
import { readerRules } from './readerRules';

const RBAC = 'rbac.authorization.k8s.io';
const MANAGED = { 'app.kubernetes.io/managed-by': FIELD_MANAGER };

/** As `argocd cluster add` gives them to the account of Argo CD. */
const managerRules: PolicyRule[] = [
  { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
  { nonResourceURLs: ['*'], verbs: ['*'] },
];

/** The namespace of the accounts. */
export function accountsNamespace(): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: ACCOUNTS_NAMESPACE, labels: MANAGED },
  };
}

/**
 * An account with its rights, without its token. Roles and bindings have names
 * that nothing else has: what somebody made by hand stays as it is.
 */
export function accountObjects(
  account: AccountName,
  options: { secretsReader: boolean },
): KubernetesObject[] {
  const role = `${ACCOUNTS_NAMESPACE}:${account}`;
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: account,
        namespace: ACCOUNTS_NAMESPACE,
        labels: labelsOf(account),
      },
      // No pod runs as it.
      automountServiceAccountToken: false,
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata: { name: role, labels: labelsOf(account) },
      rules: rulesOf(account, options),
    },
    binding({ account, name: role, role }),
    ...(account === 'slipway-reader'
      ? [binding({ account, name: `${role}:view`, role: 'view' })]
      : []),
  ];
}

/** A Secret that the cluster's token controller fills. */
export function tokenSecret(
  account: AccountName,
  name: string,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace: ACCOUNTS_NAMESPACE,
      labels: labelsOf(account),
      annotations: { 'kubernetes.io/service-account.name': account },
    },
    type: 'kubernetes.io/service-account-token',
  };
}

function labelsOf(account: AccountName): Record<string, string> {
  return { ...MANAGED, [ACCOUNT_LABEL]: account };
}

function rulesOf(
  account: AccountName,
  { secretsReader }: { secretsReader: boolean },
): PolicyRule[] {
  switch (account) {
    case 'argocd-manager':
      return managerRules;
    case 'slipway-reader':
      return readerRules({ secrets: secretsReader });
    default:
      return operatorRules;
  }
}

function binding(options: {
  account: AccountName;
  name: string;
  role: string;
}): KubernetesObject {
  const { account, name, role } = options;
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name, labels: labelsOf(account) },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
    subjects: [
      { kind: 'ServiceAccount', name: account, namespace: ACCOUNTS_NAMESPACE },
    ],
  };
}
