import { CloudCredential, KeystoneName } from './CloudCredential';

/** What `POST /v3/auth/tokens` takes. */
export function toAuthBody(credential: CloudCredential): unknown {
  switch (credential.type) {
    case 'password':
      return {
        auth: {
          identity: {
            methods: ['password'],
            password: {
              user: {
                ...toName(credential.user),
                password: credential.password,
              },
            },
          },
          scope: { project: toName(credential.project) },
        },
      };
    case 'application-credential':
      // It is bound to a project: a scope would be refused.
      return {
        auth: {
          identity: {
            methods: ['application_credential'],
            application_credential: {
              ...toCredentialName(credential.credential),
              secret: credential.secret,
            },
          },
        },
      };
    default:
      return {
        auth: {
          identity: { methods: ['token'], token: { id: credential.token } },
          ...(credential.project && {
            scope: { project: toName(credential.project) },
          }),
        },
      };
  }
}

function toCredentialName(
  name: { id: string } | { name: string; user: KeystoneName },
) {
  return 'id' in name
    ? { id: name.id }
    : { name: name.name, user: toName(name.user) };
}

function toName(name: KeystoneName) {
  if ('id' in name) {
    return { id: name.id };
  }
  return {
    name: name.name,
    domain:
      'domainId' in name ? { id: name.domainId } : { name: name.domainName },
  };
}
