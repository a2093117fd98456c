import { Environment } from './Environment';

/** The namespace of a service in an environment. @public */
export function namespaceFor(
  environment: Pick<Environment, 'name' | 'namespacePattern'>,
  service: string,
): string {
  return environment.namespacePattern
    .replaceAll('{service}', service)
    .replaceAll('{environment}', environment.name);
}
