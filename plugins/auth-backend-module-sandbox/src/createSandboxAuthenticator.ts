import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { isLoopbackHost } from './isLoopbackHost';
import { SandboxUser } from './types';

/**
 * The header that names the chosen person. A header, not a query parameter:
 * a page of another origin cannot send it without a preflight, which fails.
 */
const USER_HEADER = 'x-slipway-sandbox-user';

/** Believes the header, if it names one of the people in configuration. */
export function createSandboxAuthenticator(users: SandboxUser[]) {
  return createProxyAuthenticator({
    defaultProfileTransform: async (user: SandboxUser) => ({
      profile: { displayName: user.displayName },
    }),
    initialize: () => undefined,
    async authenticate({ req }) {
      // A name of somebody else's that resolves to 127.0.0.1 makes their page
      // same-origin with us; the Host header gives it away.
      if (!isLoopbackHost(req.hostname)) {
        throw new NotAllowedError(
          `The sandbox signs in on this machine only, not as host "${req.hostname}"`,
        );
      }
      const name = req.header(USER_HEADER);
      if (!name) {
        throw new AuthenticationError(
          `No user chosen: the header ${USER_HEADER} is missing`,
        );
      }
      const user = users.find(candidate => candidate.name === name);
      if (!user) {
        throw new AuthenticationError(
          `"${name}" is not a user of the sandbox (auth.providers.sandbox.users)`,
        );
      }
      return { result: user };
    },
  });
}
