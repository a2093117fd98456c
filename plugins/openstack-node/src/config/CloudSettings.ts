/**
 * What is said about a cloud, wherever it is said; named as in app-config.
 * Everything is text as it was written.
 */
export interface CloudSettings {
  authType?: string;
  authUrl?: string;
  username?: string;
  userId?: string;
  userDomainName?: string;
  userDomainId?: string;
  password?: string;
  projectName?: string;
  projectId?: string;
  projectDomainName?: string;
  projectDomainId?: string;
  applicationCredentialId?: string;
  applicationCredentialName?: string;
  applicationCredentialSecret?: string;
  token?: string;
  region?: string;
  interface?: string;
  caFile?: string;
  caData?: string;
  verify?: string;
}

/** Settings, and what the place where they stand calls each of them. */
export interface SaidSettings {
  settings: CloudSettings;
  nameOf(setting: keyof CloudSettings): string;
}
