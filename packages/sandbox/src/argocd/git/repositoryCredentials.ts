import { KubernetesObject } from '../../client';
import { SECRET_TYPE_LABEL } from '../constants';
import { GitCredentials } from './runGit';
import { sameRepository } from './sameRepository';
import { secretValue } from './secretValue';

/**
 * The credentials that Secrets of Argo CD's namespace hold for a repository:
 * its own Secret, else the longest `repo-creds` prefix.
 */
export function repositoryCredentials(
  secrets: KubernetesObject[],
  url: string,
): GitCredentials | undefined {
  const ofType = (type: string) =>
    secrets.filter(
      secret => secret.metadata.labels?.[SECRET_TYPE_LABEL] === type,
    );
  const own = ofType('repository').find(secret =>
    sameRepository(secretValue(secret, 'url') ?? '', url),
  );
  const template = ofType('repo-creds')
    .filter(secret => url.startsWith(secretValue(secret, 'url') ?? '\0'))
    .sort(
      (a, b) => secretValue(b, 'url')!.length - secretValue(a, 'url')!.length,
    )[0];
  return readCredentials(own) ?? readCredentials(template);
}

function readCredentials(
  secret: KubernetesObject | undefined,
): GitCredentials | undefined {
  const password = secret && secretValue(secret, 'password');
  return password === undefined
    ? undefined
    : { username: secretValue(secret!, 'username') ?? '', password };
}
