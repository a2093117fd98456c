import { Role } from '../types';
import { ApplicationCredential } from './CredentialStore';
import { Project, User } from './Identity';
import { TokenRecord } from './TokenStore';

/** Who a valid token stands for. */
export interface Caller {
  token: TokenRecord;
  user: User;
  /** Absent: the token is not scoped. */
  project?: Project;
  roles: Role[];
  applicationCredential?: ApplicationCredential;
}
