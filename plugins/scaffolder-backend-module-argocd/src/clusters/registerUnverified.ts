import { ServiceUnavailableError } from '@backstage/errors';
import { manualSteps } from './manualSteps';
import { RegistrationPlan } from './planRegistration';
import { RegisterClusterOptions } from './RegisterClusterOptions';
import { hasCredential } from './registrations';
import { writeSecrets } from './writeSecrets';

/**
 * Registers a cluster that does not answer from here, so that it is seen with the
 * reason. No account can be made on it, and the administrator's certificate stays
 * here, so the registration has no credential: nothing is deployed to it. One
 * that has a credential is left as it is.
 */
export async function registerUnverified(
  options: RegisterClusterOptions,
  request: { plan: RegistrationPlan; caPem: string; trouble: string },
): Promise<void> {
  const { log } = options;
  const { caPem, plan, trouble } = request;
  const { name, proxyUrl, server } = plan.facts;
  const way = proxyUrl ? ` through the proxy ${proxyUrl}` : '';
  const problem = `The API of ${name} at ${server} cannot be reached from here${way}: ${trouble}`;
  const isRegistered = plan.secrets.some(
    ({ existing }) => existing && hasCredential(existing),
  );
  if (isRegistered) {
    const left = `${problem}. It is registered already, and that stays as it is`;
    if (options.rotation) {
      throw new ServiceUnavailableError(`${left}; no token was renewed`);
    }
    log(left);
    return;
  }
  await writeSecrets(options, {
    plan,
    credentialFor: () => ({ caPem, unverified: trouble }),
  });
  log(`${problem}. ${manualSteps(plan)}`);
}
