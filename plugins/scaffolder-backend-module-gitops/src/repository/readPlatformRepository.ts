import { Config } from '@backstage/config';
import { parseRepositoryAddress, RepositoryAddress } from './RepositoryAddress';

/** Reads `slipway.platformRepository`. @public */
export function readPlatformRepository(config: Config): RepositoryAddress {
  const repository = config.getConfig('slipway.platformRepository');
  return parseRepositoryAddress(
    repository.getString('url'),
    repository.getOptionalString('branch'),
  );
}
