import { CloudCredential } from './CloudCredential';

/** What of a credential must not be told. */
export function secretsIn(credential: CloudCredential): string[] {
  switch (credential.type) {
    case 'password':
      return [credential.password];
    case 'application-credential':
      return [credential.secret];
    default:
      return [credential.token];
  }
}
