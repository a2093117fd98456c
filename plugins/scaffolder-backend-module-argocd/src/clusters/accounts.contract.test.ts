import { loadLibrary } from '../hubs/loadLibrary';
import { ClusterAccess, ClusterApi } from './access';
import { AccountName, removeAccount } from './accounts';
import { makeCredentials, MakeCredentialsOptions } from './makeCredentials';

/** Names a kubeconfig of an administrator of the cluster to try. */
const KUBECONFIG = process.env.SLIPWAY_CONTRACT_KUBECONFIG;
const ACCOUNTS: AccountName[] = [
  'argocd-manager',
  'slipway-reader',
  'slipway-operator',
];
const PODS = '/api/v1/pods?limit=1';
const SECRETS = '/api/v1/secrets?limit=1';
const ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles?limit=1';

(KUBECONFIG ? describe : describe.skip)('accounts on a cluster', () => {
  let access: ClusterAccess;

  beforeAll(() => {
    access = readAccess(KUBECONFIG!);
  });

  afterEach(() =>
    as(access.credential, async api => {
      for (const account of ACCOUNTS) {
        await removeAccount(api, account);
      }
    }),
  );

  function as<T>(
    credential: ClusterAccess['credential'],
    work: (api: ClusterApi) => Promise<T>,
  ): Promise<T> {
    return ClusterApi.using({ ...access, credential }, undefined, work);
  }

  function make(changes: Partial<MakeCredentialsOptions> = {}) {
    const options = {
      operator: true,
      secretsReader: false,
      rotation: undefined,
      log: () => undefined,
      signal: undefined,
      clock: undefined,
      ...changes,
    };
    return as(access.credential, async api => {
      const made = await makeCredentials(api, access, options);
      await made.forgetOthers();
      return made;
    });
  }

  /** The status of the answer. */
  function ask(token: string | undefined, path: string): Promise<number> {
    return as({ token: token ?? '' }, api =>
      api.get(path).then(
        () => 200,
        error => error.status,
      ),
    );
  }

  it('may what they are for, and nothing else', async () => {
    const { manager, operator, reader } = await make();
    expect(await ask(manager, SECRETS)).toBe(200);
    expect(await ask(reader, PODS)).toBe(200);
    expect(await ask(reader, ROLES)).toBe(200);
    expect(await ask(reader, SECRETS)).toBe(403);
    expect(await ask(operator, PODS)).toBe(403);
  });

  it('can be made again; what is not asked for any more goes', async () => {
    const first = await make({ secretsReader: true });
    expect(await ask(first.reader, SECRETS)).toBe(200);
    const second = await make({ operator: false });
    expect(second.reader).toBe(first.reader);
    await until(async () => (await ask(second.reader, SECRETS)) === 403);
    await until(async () => (await ask(first.operator, PODS)) === 401);
  });

  it('get new tokens, which void the old ones', async () => {
    const first = await make();
    const second = await make({ rotation: 'second' });
    expect(await ask(second.reader, PODS)).toBe(200);
    await until(async () => (await ask(first.reader, PODS)) === 401);
    await until(async () => (await ask(first.manager, PODS)) === 401);
  });
});

// A cluster's caches follow it by a moment.
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

function readAccess(file: string): ClusterAccess {
  const config = new (loadLibrary().KubeConfig)();
  config.loadFromFile(file);
  const { caData = '', server } = config.getCurrentCluster()!;
  const user = config.getCurrentUser()!;
  const decode = (text = '') => Buffer.from(text, 'base64').toString();
  return {
    name: 'contract',
    server,
    caPem: decode(caData),
    proxyUrl: undefined,
    credential: user.token
      ? { token: user.token }
      : { certPem: decode(user.certData), keyPem: decode(user.keyData) },
  };
}
