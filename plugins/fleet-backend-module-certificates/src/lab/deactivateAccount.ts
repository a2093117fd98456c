import { createPrivateKey, sign } from 'node:crypto';
import https from 'node:https';

/** An ACME account as an Issuer has it. */
export interface DeactivateAccountOptions {
  /** URL of the ACME directory, and the CA to trust it by. */
  acme: { server: string; ca: string };
  /** `status.acme.uri` of the Issuer. */
  account: string;
  /** PEM of the account's RSA key. */
  key: string;
}

/** Stops an ACME account at the authority, as its owner may (RFC 8555, 7.3.6). */
export async function deactivateAccount(
  options: DeactivateAccountOptions,
): Promise<void> {
  const { acme, account, key } = options;
  const { newNonce } = JSON.parse((await ask(acme, acme.server)).text);
  const { nonce } = await ask(acme, newNonce);
  const encode = (value: unknown) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = encode({ alg: 'RS256', kid: account, nonce, url: account });
  const payload = encode({ status: 'deactivated' });
  const signature = sign(
    'sha256',
    Buffer.from(`${head}.${payload}`),
    createPrivateKey(key),
  ).toString('base64url');
  const answer = await ask(
    acme,
    account,
    JSON.stringify({ protected: head, payload, signature }),
  );
  if (answer.status !== 200) {
    throw new Error(`The account stays: ${answer.text}`);
  }
}

function ask(
  { ca }: { ca: string },
  url: string,
  body?: string,
): Promise<{ status?: number; nonce?: string; text: string }> {
  return new Promise((resolve, reject) => {
    https
      .request(
        url,
        {
          ca,

          method: body ? 'POST' : 'GET',
          headers: {
            // Pebble refuses who does not say who it is
            'user-agent': 'slipway-contract',
            ...(body && { 'content-type': 'application/jose+json' }),
          },
        },
        async response => {
          const chunks = await response.toArray();
          resolve({
            status: response.statusCode,
            nonce: response.headers['replay-nonce']?.toString(),
            text: Buffer.concat(chunks).toString(),
          });
        },
      )
      .on('error', reject)
      .end(body);
  });
}
