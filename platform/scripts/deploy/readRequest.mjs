import { DeployError } from './DeployError.mjs';

const SHAPES = {
  service: [/^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,39}$/, 'the name of a service'],
  repository: [/^[\w.-]+\/[\w.-]+$/, 'of the form owner/name'],
  sha: [/^[0-9a-f]{40}$/, 'the full sha of a commit'],
  image: [
    /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)+$/,
    'an image without tag and digest',
  ],
  digest: [/^sha256:[0-9a-f]{64}$/, 'a sha256 digest'],
};

/**
 * What shall be deployed, from the environment variables of the same names in
 * capitals. Everything ends up in paths, commits and manifests, so the shapes
 * are strict.
 */
export function readRequest(env) {
  const request = {};
  for (const [name, [shape, words]] of Object.entries(SHAPES)) {
    const value = env[name.toUpperCase()] ?? '';
    if (!shape.test(value)) {
      throw new DeployError(`${name} is "${value}", which is not ${words}`);
    }
    request[name] = value;
  }
  const path = request.image.slice(request.image.indexOf('/') + 1);
  if (path !== request.repository.toLowerCase()) {
    throw new DeployError(
      `The image ${request.image} is not one of the repository ${request.repository}`,
    );
  }
  return request;
}
