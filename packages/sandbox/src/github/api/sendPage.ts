import { Request, Response } from 'express';
import { Json } from '../../client/types';
import { pageOf } from './pageOf';

export interface SendPageOptions<T> {
  req: Request;
  res: Response;
  items: T[];
  toJson: (item: T) => Json | Promise<Json>;
  /** Lists that come as `{ total_count, <key>: [...] }`. */
  wrap?: string;
}

/** Answers one page of a list, with the `Link` header to the others. */
export async function sendPage<T>(options: SendPageOptions<T>): Promise<void> {
  const { req, res, items, toJson, wrap } = options;
  const { start, end } = pageOf(req, res, items.length);
  const page: Json[] = [];
  for (const item of items.slice(start, end)) {
    page.push(await toJson(item));
  }
  res.json(wrap ? { total_count: items.length, [wrap]: page } : page);
}
