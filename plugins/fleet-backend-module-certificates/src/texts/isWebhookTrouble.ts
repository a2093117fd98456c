const API_FAILURES = [
  /the server is currently unable to handle the request/i,
  /service unavailable/i,
  /could not find the requested resource/i,
  /no endpoints available for service/i,
  /error trying to reach service/i,
];

/** Whether a text says that the Kubernetes API does not reach a solver webhook. */
export function isWebhookTrouble(text: string): boolean {
  return API_FAILURES.some(pattern => pattern.test(text));
}
