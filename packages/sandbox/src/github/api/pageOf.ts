import { Request, Response } from 'express';

/** The slice that `page` and `per_page` ask for; sets `Link` as GitHub does. */
export function pageOf(
  req: Request,
  res: Response,
  total: number,
): { start: number; end: number } {
  const perPage = Math.min(positive(req.query.per_page, 30), 100);
  const page = positive(req.query.page, 1);
  const last = Math.max(1, Math.ceil(total / perPage));

  const links: string[] = [];
  const link = (number: number, rel: string) => {
    const url = new URL(
      req.originalUrl,
      `${req.protocol}://${req.headers.host}`,
    );
    url.searchParams.set('page', String(number));
    links.push(`<${url}>; rel="${rel}"`);
  };
  if (page > 1) {
    link(Math.min(page - 1, last), 'prev');
  }
  if (page < last) {
    link(page + 1, 'next');
    link(last, 'last');
  }
  if (page > 1) {
    link(1, 'first');
  }
  if (links.length > 0) {
    res.setHeader('Link', links.join(', '));
  }
  return { start: (page - 1) * perPage, end: page * perPage };
}

function positive(value: unknown, fallback: number): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : fallback;
}
