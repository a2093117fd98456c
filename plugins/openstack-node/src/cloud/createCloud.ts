import { Clock, systemClock } from '@slipway/backstage-plugin-fleet-node';
import { CloudDefinition } from '../config';
import { toBaseUrl } from '../keystone/toBaseUrl';
import { KeystoneSession } from '../keystone/KeystoneSession';
import { secretsIn } from '../keystone/secretsIn';
import { ServiceLookups } from '../lookups/ServiceLookups';
import { MagnumClient } from '../magnum';
import { MagnumApi } from '../magnum/MagnumApi';
import { MicroversionNegotiator } from '../magnum/MicroversionNegotiator';
import { ServiceCaller } from '../services/ServiceCaller';
import { Exchange } from '../transport/Exchange';
import { HttpTransport } from '../transport/HttpTransport';
import { Secrets } from '../transport/Secrets';
import { Cloud } from './Cloud';

/** Options of clouds. @public */
export interface CreateCloudOptions {
  /** Default: the time of the machine. */
  clock?: Clock;
}

/** Nothing is asked of the cloud yet. */
export function createCloud(
  definition: CloudDefinition,
  options: CreateCloudOptions,
): Cloud {
  const { name, region, credential, watchOnly = false } = definition;
  const { clock = systemClock } = options;
  const authUrl = toBaseUrl(definition.authUrl);
  const secrets = Secrets.create(secretsIn(credential));
  const transport = HttpTransport.create({
    ca: definition.ca,
    verify: definition.verify ?? true,
  });
  const exchange = Exchange.create({ cloud: name, transport, clock, secrets });
  const session = KeystoneSession.create({
    authUrl,
    credential,
    exchange,
    clock,
    secrets,
  });
  const caller = ServiceCaller.create({
    authUrl,
    exchange,
    session,
    interface: definition.interface ?? 'public',
    region,
  });
  const negotiator = MicroversionNegotiator.create({
    caller,
    exchange,
    clock,
    cap: definition.microversion,
  });
  const api = MagnumApi.create({ caller, exchange, negotiator });
  return {
    name,
    ...(region && { region }),
    watchOnly,
    magnum: MagnumClient.create({ api, clock }),
    lookups: ServiceLookups.create(caller),
    project: async o => (await session.token(o)).project,
    user: async o => (await session.token(o)).user,
    endpoint: async (type, o) => String(await caller.endpoint(type, o)),
    close: () => transport.close(),
  };
}
