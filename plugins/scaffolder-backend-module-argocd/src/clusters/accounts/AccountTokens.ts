import { Clock, waitUntil } from '@slipway/backstage-plugin-fleet-node';
import { KubernetesObject } from '../../hubs';
import { ClusterApi } from '../access';
import { ACCOUNT_LABEL, AccountName, ACCOUNTS_NAMESPACE } from './accountNames';
import { tokenSecret } from './accountObjects';

const FILL_TIMEOUT_MS = 60_000;
const SECRETS = `/api/v1/namespaces/${ACCOUNTS_NAMESPACE}/secrets`;

interface TokenSecret extends KubernetesObject {
  data?: { token?: string };
}

/** A lasting token of an account, and the Secret that it is in. */
export interface AccountToken {
  secret: string;
  token: string;
}

/** The Secrets with tokens of one account on a cluster. */
export class AccountTokens {
  readonly account: AccountName;
  readonly #api: ClusterApi;

  static create(api: ClusterApi, account: AccountName): AccountTokens {
    return new AccountTokens(api, account);
  }

  private constructor(api: ClusterApi, account: AccountName) {
    this.#api = api;
    this.account = account;
  }

  /**
   * The newest token; made when there is none, or none in the Secret that is
   * asked for.
   */
  async ensure(options: {
    secret: string | undefined;
    log(line: string): void;
    signal: AbortSignal | undefined;
    clock: Clock | undefined;
  }): Promise<AccountToken> {
    const [newest] = await this.#list();
    const secret =
      options.secret ?? newest?.metadata.name ?? `${this.account}-token`;
    await this.#api.apply(tokenSecret(this.account, secret));
    const filled = await waitUntil<string>({
      ...options,
      timeoutMs: FILL_TIMEOUT_MS,
      look: async () => {
        const { data } = await this.#api.get<TokenSecret>(
          `${SECRETS}/${secret}`,
        );
        return data?.token
          ? { result: Buffer.from(data.token, 'base64').toString() }
          : { progress: `Waiting for the token of ${this.account}` };
      },
    });
    if (filled.outcome === 'timed-out') {
      throw new Error(
        `The cluster ${
          this.#api.name
        } has not filled the Secret ${ACCOUNTS_NAMESPACE}/${secret} with a token for ${
          this.account
        }; its kube-controller-manager does that`,
      );
    }
    return { secret, token: filled.result };
  }

  /** Deletes all but one: within seconds the tokens in them are void. */
  async forget(options: { except?: string } = {}): Promise<string[]> {
    const names = (await this.#list())
      .map(({ metadata }) => metadata.name)
      .filter(name => name !== options.except);
    for (const name of names) {
      await this.#api.delete(tokenSecret(this.account, name));
    }
    return names;
  }

  /** The newest first. */
  async #list(): Promise<TokenSecret[]> {
    const selector = encodeURIComponent(`${ACCOUNT_LABEL}=${this.account}`);
    const { items } = await this.#api.get<{ items: TokenSecret[] }>(
      `${SECRETS}?labelSelector=${selector}`,
    );
    const madeAt = ({ metadata }: TokenSecret) =>
      Date.parse(metadata.creationTimestamp ?? '') || 0;
    return [...items].sort((a, b) => madeAt(b) - madeAt(a));
  }
}
