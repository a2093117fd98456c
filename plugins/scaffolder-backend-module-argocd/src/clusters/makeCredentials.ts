import { ClusterAccess, ClusterApi } from './access';
import {
  AccountName,
  accountObjects,
  accountsNamespace,
  AccountTokens,
  removeAccount,
  verifyAccount,
} from './accounts';
import { RegisterClusterOptions } from './RegisterClusterOptions';

/** Which accounts are made. */
export type MakeCredentialsOptions = Pick<
  RegisterClusterOptions,
  'operator' | 'secretsReader' | 'rotation' | 'log' | 'signal' | 'clock'
>;

/** Tokens of the accounts; and what has to be done once the hub has them. */
export interface MadeCredentials {
  manager: string;
  reader: string;
  operator: string | undefined;
  /** Deletes the tokens that were there before, and accounts not wanted any more. */
  forgetOthers(): Promise<void>;
}

/** Makes the accounts on a cluster, and tries the token of each. */
export async function makeCredentials(
  api: ClusterApi,
  access: ClusterAccess,
  options: MakeCredentialsOptions,
): Promise<MadeCredentials> {
  const kept = new Map<AccountName, string>();
  const make = async (account: AccountName) => {
    const made = await makeAccount(api, { ...options, access, account });
    kept.set(account, made.secret);
    return made.token;
  };
  await api.apply(accountsNamespace());
  return {
    manager: await make('argocd-manager'),
    reader: await make('slipway-reader'),
    operator: options.operator ? await make('slipway-operator') : undefined,
    forgetOthers: () => forgetOthers(api, kept, options.log),
  };
}

async function makeAccount(
  api: ClusterApi,
  options: MakeCredentialsOptions & {
    access: ClusterAccess;
    account: AccountName;
  },
) {
  const { access, account, log, rotation } = options;
  for (const object of accountObjects(account, options)) {
    await api.apply(object);
  }
  const made = await AccountTokens.create(api, account).ensure({
    ...options,
    secret: rotation && `${account}-token-${rotation}`,
  });
  await verifyAccount({
    ...options,
    access: { ...access, credential: { token: made.token } },
  });
  log(`${account} is on the cluster, and its token works`);
  return made;
}

async function forgetOthers(
  api: ClusterApi,
  kept: ReadonlyMap<AccountName, string>,
  log: (line: string) => void,
): Promise<void> {
  for (const [account, except] of kept) {
    const names = await AccountTokens.create(api, account).forget({ except });
    for (const name of names) {
      log(`Deleted the old token ${name} of ${account}`);
    }
  }
  if (
    !kept.has('slipway-operator') &&
    (await removeAccount(api, 'slipway-operator'))
  ) {
    log('Removed slipway-operator, which is not asked for any more');
  }
}
