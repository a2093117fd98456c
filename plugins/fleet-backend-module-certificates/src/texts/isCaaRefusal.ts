/** Whether a text says that a CAA record forbids the authority to issue. */
export function isCaaRefusal(text: string): boolean {
  return /urn:ietf:params:acme:error:caa\b|CAA record for \S+ prevents/i.test(
    text,
  );
}
