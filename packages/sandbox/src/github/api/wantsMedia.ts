import { Request } from 'express';

/** Whether `Accept` names one of GitHub's media types, such as `raw`. */
export function wantsMedia(req: Request, name: string): boolean {
  const accept = req.headers.accept ?? '';
  return new RegExp(`application/vnd\\.github(\\.v3)?\\.${name}\\b`).test(
    accept,
  );
}
