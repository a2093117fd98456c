export * from './CloudCredential';
export * from './KeystoneIdentity';
