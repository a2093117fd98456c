import { KubernetesObject } from '../../hubs';
import { ClusterApi, isClusterApiError } from '../access';
import { AccountName } from './accountNames';
import { accountObjects } from './accountObjects';
import { AccountTokens } from './AccountTokens';

/** Deletes an account with its tokens and rights; whether anything was there. */
export async function removeAccount(
  api: ClusterApi,
  account: AccountName,
): Promise<boolean> {
  const tokens = await forgetTokens(api, account);
  const objects: KubernetesObject[] = accountObjects(account, {
    secretsReader: false,
  });
  let found = tokens.length > 0;
  for (const object of objects) {
    found = (await api.delete(object)) || found;
  }
  return found;
}

async function forgetTokens(api: ClusterApi, account: AccountName) {
  try {
    return await AccountTokens.create(api, account).forget();
  } catch (error) {
    if (isClusterApiError(error) && error.status === 404) {
      return [];
    }
    throw error;
  }
}
