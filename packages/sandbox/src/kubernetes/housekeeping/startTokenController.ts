import { ServiceAccountTokens } from '../auth/ServiceAccountTokens';
import { ClusterCore } from '../ClusterCore';
import { deleteObject } from '../operations/deleteObject';
import { updateObject } from '../operations/updateObject';
import { StoredObject } from '../types';
import { systemUser } from './systemUser';
import { TaskQueue } from './TaskQueue';

const TYPE = 'kubernetes.io/service-account-token';
const NAME = 'kubernetes.io/service-account.name';
const UID = 'kubernetes.io/service-account.uid';

export interface TokenControllerOptions {
  queue: TaskQueue;
  tokens: ServiceAccountTokens;
  caPem: string;
}

/** Fills token Secrets of service accounts, and deletes those whose account is gone. */
export function startTokenController(
  core: ClusterCore,
  { queue, tokens, caPem }: TokenControllerOptions,
): void {
  const { store, registry } = core;
  const resource = registry.ofStorage('secrets')!;
  const caData = encode(caPem);

  function fill(key: string) {
    const secret = store.get('secrets', key);
    if (!secret || !isToken(secret)) {
      return;
    }
    const { name, namespace, annotations = {} } = secret.metadata;
    const account = store.get(
      'serviceaccounts',
      `${namespace}/${annotations[NAME]}`,
    );
    const uid = account?.metadata.uid;
    if (!uid || (annotations[UID] && annotations[UID] !== uid)) {
      deleteObject(core, { resource, name, namespace });
      return;
    }
    const data = (secret.data ?? {}) as Record<string, string>;
    if (data.token && data['ca.crt'] === caData && annotations[UID]) {
      return;
    }
    const issue = () =>
      tokens.issue({
        namespace: namespace!,
        name: annotations[NAME],
        uid,
        bound: { kind: 'Secret', name, uid: secret.metadata.uid! },
      });
    updateObject(core, {
      resource,
      name,
      namespace,
      user: systemUser,
      fieldManager: 'kube-controller-manager',
      change: live => ({
        ...live,
        metadata: {
          ...live.metadata,
          annotations: { ...annotations, [UID]: uid },
        },
        data: {
          ...data,
          'ca.crt': caData,
          namespace: encode(namespace!),
          token: data.token || encode(issue()),
        },
      }),
    });
  }

  const check = (key: string) => queue.add(`token ${key}`, () => fill(key));
  store.subscribe(({ storage, key, after, before }) => {
    if (storage === 'secrets' && after && isToken(after)) {
      check(key);
    } else if (storage === 'serviceaccounts' && !after) {
      const { namespace } = before!.metadata;
      store
        .list('secrets', namespace)
        .filter(isToken)
        .forEach(({ metadata }) => check(`${namespace}/${metadata.name}`));
    }
  });
  // The CA may be another one since.
  store
    .list('secrets')
    .filter(isToken)
    .forEach(({ metadata }) => check(`${metadata.namespace}/${metadata.name}`));
}

function isToken(secret: StoredObject): boolean {
  return secret.type === TYPE;
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}
