import { retry } from '@slipway/backstage-plugin-fleet-node';
import { isTransientHubError } from '../hubs';
import { PlannedSecret, RegistrationPlan } from './planRegistration';
import { RegisterClusterOptions } from './RegisterClusterOptions';
import {
  describeSecret,
  RegistrationCredential,
  RegistrationPlace,
  registrationSecret,
  removeSecret,
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
  for (const { place, removed, secret } of secrets) {
    const credential = request.credentialFor(place.reader);
    const object = registrationSecret({ place, secret, facts, credential });
    const what = describeSecret(place, secret);
    if (!request.trial) {
      await removeLeftBehind(options, { place, removed });
    }
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

// Before the new one is there: two Secrets of one server confuse Argo CD.
async function removeLeftBehind(
  options: Pick<RegisterClusterOptions, 'log' | 'signal' | 'clock'>,
  { place, removed }: Pick<PlannedSecret, 'place' | 'removed'>,
): Promise<void> {
  for (const { clusterId, secret } of removed) {
    const { name } = secret.metadata;
    const what = describeSecret(place, name);
    await retry(() => removeSecret(place, name), {
      ...options,
      what: `remove the ${what}`,
      isTransient: isTransientHubError,
    });
    options.log(
      `Removed the ${what}, which the deleted cluster ${clusterId} has left behind`,
    );
  }
}
