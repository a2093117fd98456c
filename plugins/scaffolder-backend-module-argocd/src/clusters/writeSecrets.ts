import { retry } from '@slipway/backstage-plugin-fleet-node';
import { isTransientHubError } from '../hubs';
import { RegistrationPlan } from './planRegistration';
import { RegisterClusterOptions } from './RegisterClusterOptions';
import {
  describeSecret,
  RegistrationCredential,
  RegistrationPlace,
  registrationSecret,
  writeRegistration,
} from './registrations';

/** Writes the Secrets of a registration into the hub, or tries whether it would. */
export async function writeSecrets(
  options: Pick<RegisterClusterOptions, 'log' | 'signal' | 'clock'>,
  request: {
    plan: Pick<RegistrationPlan, 'facts' | 'secrets'>;
    credentialFor(reader: RegistrationPlace['reader']): RegistrationCredential;
    /** Only asks whether the hub would take them. */
    trial?: boolean;
  },
): Promise<void> {
  const { facts, secrets } = request.plan;
  for (const { place, secret } of secrets) {
    const credential = request.credentialFor(place.reader);
    const object = registrationSecret({ place, secret, facts, credential });
    const what = describeSecret(place, secret);
    await retry(
      () => writeRegistration(place, object, { dryRun: request.trial }),
      {
        ...options,
        what: `write the ${what}`,
        isTransient: isTransientHubError,
      },
    );
    if (!request.trial) {
      options.log(`Wrote the ${what}`);
    }
  }
}
