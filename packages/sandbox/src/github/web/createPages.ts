import express, { NextFunction, Request, Response, Router } from 'express';
import { GitHubError } from '../api/GitHubError';
import { Services } from '../Services';
import { codePages } from './codePages';
import { commitPages } from './commitPages';
import { comparePages } from './comparePages';
import { homePages } from './homePages';
import { html } from './html';
import { pullPages } from './pullPages';
import { PagesOptions } from './PagesOptions';
import { renderPage } from './renderPage';
import { sessionPages } from './sessionPages';

/** The web view. */
export function createPages(options: PagesOptions): Router {
  const { services, sessions, others } = options;
  const router = Router();
  router.use(securityHeaders);
  router.use(express.urlencoded({ extended: false, limit: '1mb' }));
  router.use(onlySameOrigin(services));
  router.use(others);
  for (const pages of [
    sessionPages,
    homePages,
    comparePages,
    pullPages,
    commitPages,
    codePages,
  ]) {
    router.use(pages(options));
  }
  router.use(() => {
    throw GitHubError.notFound();
  });
  router.use(
    (error: unknown, req: Request, res: Response, next: NextFunction) => {
      if (res.headersSent) {
        next(error);
        return;
      }
      const status = error instanceof GitHubError ? error.status : 500;
      if (status === 500) {
        services.log(`github: page ${req.path} failed: ${error}`);
      }
      const viewer = sessions.viewerOf(req);
      const message =
        status === 500 ? 'Something went wrong' : (error as Error).message;
      const hint =
        status === 404 && !viewer
          ? html`<p>
              It may be private:
              <a
                class="button"
                href="/login?return_to=${encodeURIComponent(req.originalUrl)}"
                >Sign in</a
              >
            </p>`
          : undefined;
      res.status(status).send(
        renderPage({
          title: message,
          breadcrumbs: [],
          viewer,
          body: html`<h1>${message}</h1>
            ${hint}
            <p><a href="/">All repositories</a></p>`,
        }),
      );
    },
  );
  return router;
}

function securityHeaders(_req: Request, res: Response, next: NextFunction) {
  res.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
  });
  next();
}

// Forms act for whom the cookie names, so they must come from our own pages.
function onlySameOrigin(services: Services) {
  const { port } = new URL(services.url);
  const ours = [services.url, `http://127.0.0.1:${port}`];
  return (req: Request, res: Response, next: NextFunction) => {
    const { origin } = req.headers;
    const isSafe = req.method === 'GET' || req.method === 'HEAD';
    if (isSafe || (origin && ours.includes(origin))) {
      next();
    } else {
      res
        .status(403)
        .type('text/plain')
        .send('Forms are taken from our own pages only.\n');
    }
  };
}
