import { createRequire } from 'node:module';
import { toError } from '@backstage/errors';
import { FleetDomain, Operation } from '@slipway/backstage-plugin-fleet-node';

/** What a module registered. */
export interface DomainRegistration {
  module: string;
  operations?: Operation<any>[];
}

/** A domain, and the folder that its code is in. */
export interface LoadedDomain {
  module: string;
  domain: FleetDomain;
}

/**
 * Loads the domains that modules registered.
 *
 * @throws Error that names the file which is no domain, and why.
 */
export function loadDomains(
  registrations: DomainRegistration[],
): LoadedDomain[] {
  const loaded: LoadedDomain[] = [];
  for (const { module, operations = [] } of registrations) {
    const domain = loadDomain(module);
    if (loaded.some(other => other.domain.id === domain.id)) {
      throw new Error(`Two modules bring the fleet domain '${domain.id}'`);
    }
    const stranger = operations.find(({ domain: id }) => id !== domain.id);
    if (stranger) {
      throw new Error(
        `The operation '${stranger.id}' of '${stranger.domain}' was added with the fleet domain '${domain.id}'`,
      );
    }
    loaded.push({ module, domain });
  }
  return loaded;
}

function loadDomain(module: string): FleetDomain {
  const { domain } = requireModule(module);
  const lacks = whatLacks(domain);
  if (lacks) {
    throw new Error(`${module} is no fleet domain: ${lacks}`);
  }
  return domain;
}

function requireModule(module: string) {
  try {
    return createRequire(module)(module);
  } catch (error) {
    throw new Error(
      `Cannot load the fleet domain ${module}: ${toError(error).message}`,
    );
  }
}

function whatLacks(domain: Partial<FleetDomain> | undefined) {
  if (typeof domain !== 'object') {
    return "it does not export 'domain'";
  }
  if (typeof domain.id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(domain.id)) {
    return "'id' must be lower case letters, digits and dashes";
  }
  for (const name of ['resources', 'causes'] as const) {
    if (!Array.isArray(domain[name])) {
      return `'${name}' is not a list`;
    }
  }
  for (const name of ['affected', 'derive'] as const) {
    if (typeof domain[name] !== 'function') {
      return `'${name}' is not a function`;
    }
  }
  return undefined;
}
