import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';

/** What Argo CD signs in to a git server with. */
export interface RepositoryLogin {
  username: string;
  password: string;
}

interface ConfiguredLogin extends RepositoryLogin {
  urlPrefix: string;
}

/**
 * Credentials by reference: actions name a repository, and what opens it comes
 * from the backend's configuration.
 */
export class RepositoryCredentials {
  readonly #configured: ConfiguredLogin[];
  readonly #integrations: ScmIntegrations;
  readonly #github: GithubCredentialsProvider;

  static fromConfig(config: Config): RepositoryCredentials {
    return new RepositoryCredentials(
      (config.getOptionalConfigArray('argocd.repositoryCredentials') ?? []).map(
        login => ({
          urlPrefix: login.getString('urlPrefix'),
          username: login.getString('username'),
          password: login.getString('password'),
        }),
      ),
      ScmIntegrations.fromConfig(config),
    );
  }

  private constructor(
    configured: ConfiguredLogin[],
    integrations: ScmIntegrations,
  ) {
    this.#configured = configured;
    this.#integrations = integrations;
    this.#github =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  /** What opens a repository; an InputError when nothing does. */
  async for(url: string): Promise<RepositoryLogin> {
    const configured = this.#configured.find(login =>
      isBelow(login.urlPrefix, url),
    );
    if (configured) {
      return { username: configured.username, password: configured.password };
    }
    if (!this.#integrations.github.byUrl(url)) {
      throw new InputError(
        `Nothing in the configuration opens ${url}: neither argocd.repositoryCredentials nor integrations.github`,
      );
    }
    const { token, type } = await this.#github.getCredentials({ url });
    if (!token || type === 'app') {
      throw new InputError(
        `Argo CD needs lasting credentials for ${url}, and the integration has ${
          type === 'app'
            ? 'a GitHub App, whose tokens end after an hour'
            : 'none'
        }; add them under argocd.repositoryCredentials`,
      );
    }
    return { username: 'x-access-token', password: token };
  }
}

// By whole segments: a host or an owner that only begins like the configured
// one must not be handed its password.
function isBelow(urlPrefix: string, url: string): boolean {
  const [prefix, address] = [urlPrefix, url].map(
    text => `${new URL(text).href.replace(/\/$/, '')}/`,
  );
  return address.startsWith(prefix);
}
