import { Caller } from './Caller';
import { catalogOf } from './catalogOf';
import { idOf } from './idOf';

const DOMAIN = { id: 'default', name: 'Default' };

export interface TokenJsonOptions {
  url: string;
  regionName: string;
  withCatalog: boolean;
}

/** What a token says about itself. */
export function tokenJson(caller: Caller, options: TokenJsonOptions) {
  const { token, user, project, roles, applicationCredential } = caller;
  const { url, regionName, withCatalog } = options;
  return {
    token: {
      methods: token.methods,
      user: {
        domain: DOMAIN,
        id: user.id,
        name: user.name,
        password_expires_at: null,
      },
      audit_ids: token.auditIds,
      expires_at: token.expiresAt,
      issued_at: token.issuedAt,
      ...(project && {
        project: { domain: DOMAIN, id: project.id, name: project.name },
        is_domain: false,
        roles: roles.map(name => ({ id: idOf('role', name), name })),
        ...(withCatalog && {
          catalog: catalogOf({ url, regionName, projectId: project.id }),
        }),
      }),
      ...(applicationCredential && {
        application_credential: {
          id: applicationCredential.id,
          name: applicationCredential.name,
          restricted: !applicationCredential.unrestricted,
          ...(applicationCredential.accessRules && {
            access_rules: applicationCredential.accessRules,
          }),
        },
      }),
    },
  };
}
