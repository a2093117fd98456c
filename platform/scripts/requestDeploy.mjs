/**
 * The deploy step of a service's workflow: checks what it can where the author
 * of the change sees it, and sends the platform repository a dispatch.
 */
import { checkDeployFolder } from './deploy/checkDeployFolder.mjs';
import { DeployError } from './deploy/DeployError.mjs';
import { readRequest } from './deploy/readRequest.mjs';

try {
  await requestDeploy(process.env);
} catch (error) {
  const expected = error instanceof DeployError;
  console.log(`::error::${expected ? error.message : error.stack}`);
  process.exitCode = 1;
}

async function requestDeploy(env) {
  const request = readRequest({ ...env, IMAGE: env.IMAGE?.toLowerCase() });
  if (!env.TOKEN) {
    throw new DeployError(
      'There is no token for the platform repository; the secret SLIPWAY_DEPLOY_TOKEN is missing',
    );
  }
  await checkDeployFolder(env.WORKSPACE);
  const response = await fetch(
    `${env.API_URL}/repos/${env.PLATFORM}/dispatches`,
    {
      method: 'POST',
      headers: {
        Accept: 'application/vnd.github+json',
        Authorization: `Bearer ${env.TOKEN}`,
        'Content-Type': 'application/json',
        'User-Agent': 'slipway-deploy',
      },
      body: JSON.stringify({
        event_type: 'slipway-deploy',
        client_payload: request,
      }),
    },
  );
  if (!response.ok) {
    throw new DeployError(
      `${env.PLATFORM} did not take the request: HTTP ${
        response.status
      } ${await response.text()}`,
    );
  }
  console.log(
    `Asked ${env.PLATFORM} to deploy ${request.service} ${request.sha.slice(
      0,
      7,
    )}`,
  );
}
