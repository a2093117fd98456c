import { NextFunction, Request, RequestHandler, Response } from 'express';

/** A route whose rejection reaches the error handler, which Express 4 leaves out. */
export function asyncRoute(
  handler: (req: Request, res: Response, next: NextFunction) => Promise<void>,
): RequestHandler {
  return (req, res, next) => {
    handler(req, res, next).catch(next);
  };
}
