import { GithubRepository } from '../repository';

/** What the deploy step writes down beside the version that it deploys. */
export interface Version {
  commit: string;
  image: string;
  digest: string;
}

/** The version of a service in an environment, or `undefined`: not deployed yet. */
export async function readVersion(
  desired: GithubRepository,
  options: { service: string; environment: string },
): Promise<Version | undefined> {
  const text = await desired.readFile(
    `services/${options.service}/${options.environment}/version/version.json`,
    desired.address.branch,
  );
  return text === undefined ? undefined : JSON.parse(text);
}
