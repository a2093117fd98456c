import { createHash } from 'node:crypto';
import { DesiredObject, Hub, KubernetesObject } from '../hubs';
import { RepositoryLogin } from './RepositoryCredentials';
import { sameRepository } from './sameRepository';

const SECRET = { apiVersion: 'v1', kind: 'Secret' };
const SECRET_TYPE = 'argocd.argoproj.io/secret-type';
const MANAGED_BY = 'app.kubernetes.io/managed-by';
const MANAGER = 'slipway';

interface RepositorySecret extends KubernetesObject {
  data?: Record<string, string>;
}

export interface EnsureRepositoryOptions {
  hub: Hub;
  /** Clone address. */
  url: string;
  login: RepositoryLogin;
  /** The AppProject that alone may use it; left out: every one. */
  project?: string;
  dryRun: boolean;
  log(line: string): void;
}

export type EnsureRepositoryOutcome =
  | 'unchanged'
  | 'planned'
  | 'created'
  | 'updated';

/** Makes a repository known to Argo CD. The log never shows the credentials. */
export async function ensureRepository(
  options: EnsureRepositoryOptions,
): Promise<EnsureRepositoryOutcome> {
  const { hub, log, url } = options;
  const existing = await findRepository(options);
  if (existing && existing.metadata.labels?.[MANAGED_BY] !== MANAGER) {
    log(
      `The hub ${hub.name} knows ${url} already (Secret ${existing.metadata.name}, made by somebody else); left as it is`,
    );
    return 'unchanged';
  }
  const wanted = dataOf(options);
  if (existing && holds(existing, wanted)) {
    log(`The hub ${hub.name} knows ${url} already; nothing to change`);
    return 'unchanged';
  }
  const what = existing ? 'Renew the credentials of' : 'Register';
  if (options.dryRun) {
    log(`${what} ${url} at the hub ${hub.name}: would be done`);
    return 'planned';
  }
  await hub.apply(secretOf(options, existing?.metadata.name));
  log(`${what} ${url} at the hub ${hub.name}: done`);
  return existing ? 'updated' : 'created';
}

async function findRepository(
  options: EnsureRepositoryOptions,
): Promise<RepositorySecret | undefined> {
  const secrets = await options.hub.list<RepositorySecret>(
    SECRET,
    `${SECRET_TYPE}=repository`,
  );
  return secrets.find(
    ({ data }) =>
      sameRepository(decode(data?.url), options.url) &&
      decode(data?.project) === (options.project ?? ''),
  );
}

function dataOf(options: EnsureRepositoryOptions): Record<string, string> {
  return {
    type: 'git',
    url: options.url,
    ...options.login,
    ...(options.project && { project: options.project }),
  };
}

function holds(secret: RepositorySecret, wanted: Record<string, string>) {
  return Object.entries(wanted).every(
    ([key, value]) => decode(secret.data?.[key]) === value,
  );
}

function secretOf(
  options: EnsureRepositoryOptions,
  existingName: string | undefined,
): DesiredObject {
  const { project = '', url } = options;
  const digest = createHash('sha256')
    .update(`${project} ${url.toLowerCase()}`)
    .digest('hex');
  const data = Object.entries(dataOf(options)).map(([key, value]) => [
    key,
    Buffer.from(value).toString('base64'),
  ]);
  return {
    ...SECRET,
    metadata: {
      name: existingName ?? `repo-${digest.slice(0, 10)}`,
      labels: { [SECRET_TYPE]: 'repository', [MANAGED_BY]: MANAGER },
    },
    type: 'Opaque',
    data: Object.fromEntries(data),
  };
}

function decode(value: string | undefined): string {
  return Buffer.from(value ?? '', 'base64').toString();
}
