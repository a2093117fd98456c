import { ClusterCore } from '../ClusterCore';
import { StoredObject, UserInfo } from '../types';

const GROUP = 'rbac.authorization.k8s.io';

/** What somebody wants to do. */
export interface AccessRequest {
  verb: string;
  group?: string;
  resource?: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  /** Instead of a resource. */
  path?: string;
}

export interface PolicyRule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}

interface Subject {
  kind: string;
  name: string;
  namespace?: string;
}

interface Grant {
  rules: PolicyRule[];
  reason: string;
}

/** Decides by the roles and bindings in the store. */
export class Rbac {
  readonly #core: ClusterCore;

  constructor(core: ClusterCore) {
    this.#core = core;
  }

  /** Why it is allowed (nothing is said to members of system:masters); `undefined` when it is not. */
  allows(user: UserInfo, request: AccessRequest): string | undefined {
    if (user.groups.includes('system:masters')) {
      return '';
    }
    for (const grant of this.#grants(user, request.namespace)) {
      if (grant.rules.some(rule => covers(rule, request))) {
        return grant.reason;
      }
    }
    return undefined;
  }

  /** All rules that hold for a user in a namespace. */
  rulesFor(user: UserInfo, namespace: string): PolicyRule[] {
    if (user.groups.includes('system:masters')) {
      return [
        { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
        { verbs: ['*'], nonResourceURLs: ['*'] },
      ];
    }
    return [...this.#grants(user, namespace)].flatMap(({ rules }) => rules);
  }

  *#grants(user: UserInfo, namespace?: string): Generator<Grant> {
    const { store } = this.#core;
    yield* this.#grantsOf(user, store.list(`${GROUP}/clusterrolebindings`));
    if (namespace) {
      yield* this.#grantsOf(
        user,
        store.list(`${GROUP}/rolebindings`, namespace),
      );
    }
  }

  *#grantsOf(user: UserInfo, bindings: StoredObject[]): Generator<Grant> {
    for (const binding of bindings) {
      const { namespace, name } = binding.metadata;
      const subjects = (binding.subjects ?? []) as Subject[];
      const subject = subjects.find(one => isAbout(one, user, namespace));
      if (subject) {
        const { kind, name: role } = binding.roleRef as Subject;
        yield {
          rules: this.#rulesOf(kind, role, namespace),
          reason: `RBAC: allowed by ${binding.kind} "${
            namespace ? `${name}/${namespace}` : name
          }" of ${kind} "${role}" to ${describe(subject, namespace)}`,
        };
      }
    }
  }

  #rulesOf(kind: string, name: string, namespace?: string): PolicyRule[] {
    const role =
      kind === 'ClusterRole'
        ? this.#core.store.get(`${GROUP}/clusterroles`, name)
        : this.#core.store.get(`${GROUP}/roles`, `${namespace}/${name}`);
    return (role?.rules ?? []) as PolicyRule[];
  }
}

function isAbout(
  subject: Subject,
  user: UserInfo,
  bindingNamespace?: string,
): boolean {
  switch (subject.kind) {
    case 'User':
      return subject.name === '*' || subject.name === user.name;
    case 'Group':
      return user.groups.includes(subject.name);
    default: {
      const namespace = subject.namespace ?? bindingNamespace;
      return user.name === `system:serviceaccount:${namespace}:${subject.name}`;
    }
  }
}

function describe(subject: Subject, bindingNamespace?: string): string {
  const { kind, name } = subject;
  if (kind !== 'ServiceAccount') {
    return `${kind} "${name}"`;
  }
  return `${kind} "${name}/${subject.namespace ?? bindingNamespace}"`;
}

function covers(rule: PolicyRule, request: AccessRequest): boolean {
  if (!has(rule.verbs, request.verb)) {
    return false;
  }
  if (request.path !== undefined) {
    return (rule.nonResourceURLs ?? []).some(
      pattern =>
        pattern === request.path ||
        (pattern.endsWith('*') &&
          request.path!.startsWith(pattern.slice(0, -1))),
    );
  }
  const { group = '', resource = '', subresource, name } = request;
  const full = subresource ? `${resource}/${subresource}` : resource;
  const resources = rule.resources ?? [];
  return (
    has(rule.apiGroups, group) &&
    (has(resources, full) ||
      (subresource !== undefined && resources.includes(`*/${subresource}`))) &&
    (!rule.resourceNames?.length ||
      (name !== undefined && rule.resourceNames.includes(name)))
  );
}

function has(values: string[] | undefined, value: string): boolean {
  return (
    values !== undefined && (values.includes('*') || values.includes(value))
  );
}
