import { CloudCredential, KeystoneName } from '../keystone/CloudCredential';
import { CloudSettings, SaidSettings } from './CloudSettings';

const TYPES: Record<string, CloudCredential['type']> = {
  password: 'password',
  v3password: 'password',
  v3applicationcredential: 'application-credential',
  token: 'token',
  v3token: 'token',
};

/** What is shown to Keystone, by settings. */
export function readCredential(said: SaidSettings): CloudCredential {
  const { settings } = said;
  switch (typeOf(said)) {
    case 'application-credential':
      return {
        type: 'application-credential',
        credential: settings.applicationCredentialId
          ? { id: settings.applicationCredentialId }
          : {
              name: need(said, 'applicationCredentialName'),
              user: readUser(said),
            },
        secret: need(said, 'applicationCredentialSecret'),
      };
    case 'token': {
      const named = settings.projectId || settings.projectName;
      return {
        type: 'token',
        token: need(said, 'token').trim(),
        ...(named && { project: readProject(said) }),
      };
    }
    default:
      return {
        type: 'password',
        user: readUser(said),
        password: need(said, 'password'),
        project: readProject(said),
      };
  }
}

function typeOf({ settings, nameOf }: SaidSettings): CloudCredential['type'] {
  const { authType } = settings;
  if (authType) {
    const type = TYPES[authType];
    if (!type) {
      throw new Error(
        `${nameOf('authType')} is '${authType}': supported are ${Object.keys(
          TYPES,
        ).join(', ')}`,
      );
    }
    return type;
  }
  if (settings.applicationCredentialId || settings.applicationCredentialName) {
    return 'application-credential';
  }
  return settings.token && !settings.password ? 'token' : 'password';
}

function readUser(said: SaidSettings): KeystoneName {
  const { userId, userDomainId, userDomainName } = said.settings;
  return userId
    ? { id: userId }
    : inDomain(need(said, 'username'), userDomainId, userDomainName);
}

function readProject(said: SaidSettings): KeystoneName {
  const { projectId, projectDomainId, projectDomainName } = said.settings;
  return projectId
    ? { id: projectId }
    : inDomain(need(said, 'projectName'), projectDomainId, projectDomainName);
}

function inDomain(
  name: string,
  domainId: string | undefined,
  domainName: string | undefined,
): KeystoneName {
  return domainName
    ? { name, domainName }
    : { name, domainId: domainId ?? 'default' };
}

function need(said: SaidSettings, setting: keyof CloudSettings): string {
  const value = said.settings[setting];
  if (!value) {
    throw new Error(`${said.nameOf(setting)} is missing`);
  }
  return value;
}
