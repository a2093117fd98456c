import { Request, RequestHandler, Response } from 'express';

/** A route whose rejection reaches the error handler, which Express 4 leaves out. */
export function asyncRoute(
  handler: (req: Request, res: Response) => Promise<void> | void,
): RequestHandler {
  return (req, res, next) => {
    Promise.resolve()
      .then(() => handler(req, res))
      .catch(next);
  };
}
