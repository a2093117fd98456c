import { KubernetesClient, resources } from '../../client';
import { GitHub } from '../../github';
import { ARC_VERSION, LABELS } from './constants';
import { scopeOf } from './scopeOf';
import { AutoscalingRunnerSet } from './types';

/**
 * Why GitHub does not take a scale set; the cause is in the controller's log
 * only, as the real one has it.
 */
export async function whyNotRegistered(
  { client, github }: { client: KubernetesClient; github: GitHub },
  set: AutoscalingRunnerSet,
): Promise<string | undefined> {
  const { githubConfigUrl, githubConfigSecret } = set.spec;
  const version = set.metadata.labels?.[LABELS.version];
  if (version !== undefined && !version.startsWith(ARC_VERSION.slice(0, 5))) {
    return `Autoscaling runner set version doesn't match the build version (${version}, ${ARC_VERSION})`;
  }
  if (!URL.canParse(githubConfigUrl)) {
    return `failed to parse url "${githubConfigUrl}"`;
  }
  if (new URL(githubConfigUrl).origin !== new URL(github.url).origin) {
    return `Post "${githubConfigUrl}": dial tcp: connection refused`;
  }
  const [owner, name] = scopeOf(githubConfigUrl);
  const known = name
    ? github.repositories.find(owner, name)
    : owner && github.accounts.find(owner);
  if (!known) {
    return `github api error: StatusCode 404: "Not Found": ${githubConfigUrl}`;
  }
  const secret = await client.get(
    resources.secrets,
    githubConfigSecret,
    set.metadata.namespace,
  );
  const data = secret?.data as Record<string, string> | undefined;
  if (!secret) {
    return `Secret "${githubConfigSecret}" not found`;
  }
  const token = Buffer.from(data?.github_token ?? '', 'base64').toString();
  return github.tokens.find(token)
    ? undefined
    : 'github api error: StatusCode 401: "Bad credentials"';
}
