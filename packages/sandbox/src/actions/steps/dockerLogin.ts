import { StepError } from '../jobs/StepError';
import { ActionCall } from './types';

/** `docker/login-action`: the registry takes whoever has a valid token. */
export async function dockerLogin({ execution, inputs }: ActionCall) {
  const { registry, username, password } = inputs;
  if (!username || !password) {
    throw new StepError('Username and password required');
  }
  if (registry !== execution.registryHost) {
    throw new StepError(
      `Error response from daemon: Get "https://${
        registry || 'registry-1.docker.io'
      }/v2/": the sandbox has only the registry ${execution.registryHost}`,
    );
  }
  execution.log.mask(password);
  if (!execution.github.tokens.find(password)) {
    throw new StepError(
      `Error response from daemon: Get "https://${registry}/v2/": unauthorized: incorrect username or password`,
    );
  }
  execution.log.write(`Logging into ${registry}...`);
  execution.log.write('Login Succeeded!');
}
