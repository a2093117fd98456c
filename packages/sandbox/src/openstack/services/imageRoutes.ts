import { Router } from 'express';
import { IMAGES } from './cloudResources';
import { ServicesOptions } from './ServicesOptions';

/** Glance: images. */
export function imageRoutes({ url, requireToken }: ServicesOptions): Router {
  const router = Router();
  router.get('/', (_req, res) => {
    res.status(300).json({
      versions: [
        {
          id: 'v2.17',
          status: 'CURRENT',
          links: [{ rel: 'self', href: `${url}/image/v2/` }],
        },
      ],
    });
  });
  router.use(requireToken('image', '/image'));
  router.get('/v2/images', (req, res) => {
    const { name, marker } = req.query;
    res.json({
      // There is one page.
      images: IMAGES.filter(
        image =>
          marker === undefined && (name === undefined || image.name === name),
      ),
      schema: '/v2/schemas/images',
      first: '/v2/images',
    });
  });
  router.get('/v2/images/:id', (req, res) => {
    const image = IMAGES.find(({ id }) => id === req.params.id);
    if (image) {
      res.json(image);
    } else {
      res
        .status(404)
        .type('text/html')
        .send(
          `<html><body><h1>404 Not Found</h1>No image found with ID ${req.params.id}</body></html>`,
        );
    }
  });
  router.use((_req, res) => {
    res.status(404).type('text/html').send('<h1>404 Not Found</h1>');
  });
  return router;
}
