const IMAGES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** The type under which a file is sent as it is: images, text, or just bytes. */
export function rawTypeOf(path: string, data: Buffer): string {
  const extension = path.split('.').at(-1)!.toLowerCase();
  if (Object.hasOwn(IMAGES, extension)) {
    return IMAGES[extension];
  }
  return data.includes(0)
    ? 'application/octet-stream'
    : 'text/plain; charset=utf-8';
}
