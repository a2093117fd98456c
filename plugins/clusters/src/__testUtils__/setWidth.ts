const windowOfTest = new EventTarget();
let width = 1280;

/** The window of a test gets this width, in pixels. */
export function setWidth(pixels: number): void {
  width = pixels;
  windowOfTest.dispatchEvent(new Event('change'));
}

/** Gives the window a width, which jsdom does not. Components ask on import. */
export function installWidth(): void {
  window.matchMedia = query => {
    const [, least] = /min-width:\s*(\d+)px/.exec(query) ?? [];
    return {
      get matches() {
        return least !== undefined && Number(least) <= width;
      },
      media: query,
      onchange: null,
      addEventListener: (type: string, listener: EventListener) =>
        windowOfTest.addEventListener(type, listener),
      removeEventListener: (type: string, listener: EventListener) =>
        windowOfTest.removeEventListener(type, listener),
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => false,
    };
  };
}
