import { CloudSettings } from './CloudSettings';

interface OtherNames {
  /** In clouds.yaml; below `auth` unless told otherwise. */
  yaml: string;
  outsideAuth?: true;
  /** In the environment. */
  env: string;
}

/** What the tools of OpenStack call our settings. */
export const settingNames = {
  authType: { yaml: 'auth_type', outsideAuth: true, env: 'OS_AUTH_TYPE' },
  authUrl: { yaml: 'auth_url', env: 'OS_AUTH_URL' },
  username: { yaml: 'username', env: 'OS_USERNAME' },
  userId: { yaml: 'user_id', env: 'OS_USER_ID' },
  userDomainName: { yaml: 'user_domain_name', env: 'OS_USER_DOMAIN_NAME' },
  userDomainId: { yaml: 'user_domain_id', env: 'OS_USER_DOMAIN_ID' },
  password: { yaml: 'password', env: 'OS_PASSWORD' },
  projectName: { yaml: 'project_name', env: 'OS_PROJECT_NAME' },
  projectId: { yaml: 'project_id', env: 'OS_PROJECT_ID' },
  projectDomainName: {
    yaml: 'project_domain_name',
    env: 'OS_PROJECT_DOMAIN_NAME',
  },
  projectDomainId: { yaml: 'project_domain_id', env: 'OS_PROJECT_DOMAIN_ID' },
  applicationCredentialId: {
    yaml: 'application_credential_id',
    env: 'OS_APPLICATION_CREDENTIAL_ID',
  },
  applicationCredentialName: {
    yaml: 'application_credential_name',
    env: 'OS_APPLICATION_CREDENTIAL_NAME',
  },
  applicationCredentialSecret: {
    yaml: 'application_credential_secret',
    env: 'OS_APPLICATION_CREDENTIAL_SECRET',
  },
  token: { yaml: 'token', env: 'OS_TOKEN' },
  region: { yaml: 'region_name', outsideAuth: true, env: 'OS_REGION_NAME' },
  interface: { yaml: 'interface', outsideAuth: true, env: 'OS_INTERFACE' },
  caFile: { yaml: 'cacert', outsideAuth: true, env: 'OS_CACERT' },
  verify: { yaml: 'verify', outsideAuth: true, env: 'OS_VERIFY' },
} as const satisfies Partial<Record<keyof CloudSettings, OtherNames>>;

/** A setting that the tools of OpenStack know too. */
export type SharedSetting = keyof typeof settingNames;

/** All of them. */
export const sharedSettings = Object.keys(settingNames) as SharedSetting[];
