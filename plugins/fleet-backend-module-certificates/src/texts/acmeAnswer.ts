/** What an ACME server answered, as cert-manager quotes it. */
export interface AcmeAnswer {
  status: number;
  /** For example `rateLimited`. */
  problem?: string;
}

// `429 urn:ietf:params:acme:error:rateLimited: too many …`; servers behind
// proxies leave out the problem: `503 : Service Unavailable`.
const WITH_PROBLEM = /\b([1-5]\d\d)\s+urn:ietf:params:acme:error:(\w+)/;
const WITHOUT_PROBLEM = /(?:^|\s)([45]\d\d)(?:\s*:\s|\s+[A-Z])/;
const PROBLEM_ONLY = /urn:ietf:params:acme:error:(\w+)/;

/** Statuses of problems that are quoted without one; others are 400. */
const STATUS_OF: Record<string, number> = {
  rateLimited: 429,
  serverInternal: 500,
  unauthorized: 403,
};

/** The answer of an ACME server in a text, if there is one. */
export function acmeAnswer(text: string): AcmeAnswer | undefined {
  const [, status, problem] = WITH_PROBLEM.exec(text) ?? [];
  if (status) {
    return { status: Number(status), problem };
  }
  const [, bare] = PROBLEM_ONLY.exec(text) ?? [];
  if (bare) {
    return { status: STATUS_OF[bare] ?? 400, problem: bare };
  }
  const [, code] = WITHOUT_PROBLEM.exec(text) ?? [];
  return code ? { status: Number(code) } : undefined;
}
