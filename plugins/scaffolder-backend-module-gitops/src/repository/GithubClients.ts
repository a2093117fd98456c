import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import { RepositoryAddress } from './RepositoryAddress';

/** Makes clients with the credentials that the integrations hold. */
export class GithubClients {
  readonly #integrations: ScmIntegrations;
  readonly #credentials: GithubCredentialsProvider;

  static create(integrations: ScmIntegrations): GithubClients {
    return new GithubClients(integrations);
  }

  private constructor(integrations: ScmIntegrations) {
    this.#integrations = integrations;
    this.#credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  async for(
    repository: Pick<RepositoryAddress, 'host' | 'url'>,
    signal?: AbortSignal,
  ): Promise<Octokit> {
    const integration = this.#integrations.github.byHost(repository.host);
    if (!integration) {
      throw new InputError(
        `There is no GitHub integration for ${repository.host}; add one under integrations.github`,
      );
    }
    const { token } = await this.#credentials.getCredentials({
      url: repository.url,
    });
    return new Octokit({
      auth: token,
      baseUrl: integration.config.apiBaseUrl,
      request: { signal },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
  }
}
