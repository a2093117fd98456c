const REFUSALS = [
  /admission webhook|failed calling webhook/i,
  /denied (?:the|by)/i,
  /exceeded quota|failed quota|quota/i,
  /forbidden/i,
  /not allowed/i,
  /violates PodSecurity/i,
  /admission ?policy/i,
  /service ?account .*not found|error looking up service account/i,
  /cannot (?:create|get|list|update) resource/i,
  /is invalid:/i,
  /is already defined in ingress/i,
  /gateway api is not enabled/i,
];
const WAITING = /^waiting for /i;

/** Whether a text says that what should answer an HTTP-01 challenge was refused. */
export function isSolverRefusal(text: string): boolean {
  return !WAITING.test(text) && REFUSALS.some(pattern => pattern.test(text));
}
