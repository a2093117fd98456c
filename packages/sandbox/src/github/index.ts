export { asyncRoute } from './api/asyncRoute';
export { GitHubError } from './api/GitHubError';
export { readBody } from './api/readBody';
export { sendPage } from './api/sendPage';
export { startGitHub } from './startGitHub';
export * from './types';
export { html, joinHtml } from './web/html';
