import { isError } from '@backstage/errors';
import { DesiredObject, HubError, isNotFound } from '../../hubs';
import { RegistrationPlace } from './RegistrationPlace';

/** Writes a Secret of a registration; what a refusal quotes of it is not told. */
export async function writeRegistration(
  place: RegistrationPlace,
  secret: DesiredObject,
  options: { dryRun?: boolean } = {},
): Promise<void> {
  try {
    await place.hub.apply(secret, options);
  } catch (error) {
    if (isNotFound(error)) {
      throw new Error(
        `The hub ${place.hub.name} has no namespace ${place.hub.namespace}; create it first`,
      );
    }
    throw withoutData(place, error, secret);
  }
}

// Admission webhooks may quote the whole object that they refuse.
function withoutData(
  place: RegistrationPlace,
  error: unknown,
  secret: DesiredObject,
): unknown {
  if (!isError(error) || error.name !== 'HubError') {
    return error;
  }
  const values = Object.values(secret.data as Record<string, string>);
  const texts = values.map(value => Buffer.from(value, 'base64').toString());
  const tokens = texts.flatMap(
    text => /"bearerToken":"([^"]+)"/.exec(text)?.[1] ?? [],
  );
  const quotes = [...values, ...texts, ...tokens].some(
    hidden => hidden.length > 15 && error.message.includes(hidden),
  );
  // Also the beginning of it in base64, of which a quotation may be cut short.
  const quotesConnection = /bearerToken|caData|eyJiZWFyZXJUb2tlbi/.test(
    error.message,
  );
  if (!quotes && !quotesConnection) {
    return error;
  }
  return new HubError(place.hub.name, {
    status: error.status as number | undefined,
    message: `the Secret ${place.hub.namespace}/${secret.metadata.name} is refused, with words that quote what is in it`,
  });
}
