import { readFileSync } from 'node:fs';
import { CloudCredential, CloudDefinition } from '..';

/** What the file that `SLIPWAY_LAB_OPENSTACK` names has in it. */
export interface LabAccess {
  authUrl: string;
  user: string;
  password: string;
  project: string;
  region: string;
  /** An administrator of the cloud, if there is one to try. */
  admin?: { user: string; password: string; project: string };
}

/** @throws Error when the variable names no such file */
export function readLabAccess(): LabAccess {
  return JSON.parse(readFileSync(process.env.SLIPWAY_LAB_OPENSTACK!, 'utf8'));
}

/** Of the person that the file is about. */
export function passwordOf(access: LabAccess): CloudCredential {
  return {
    type: 'password',
    user: { name: access.user, domainId: 'default' },
    password: access.password,
    project: { name: access.project, domainId: 'default' },
  };
}

/** The cloud that the file describes. */
export function definitionOf(
  access: LabAccess,
  changes: Partial<CloudDefinition> = {},
): CloudDefinition {
  return {
    name: 'lab',
    authUrl: access.authUrl,
    credential: passwordOf(access),
    region: access.region,
    ...changes,
  };
}
