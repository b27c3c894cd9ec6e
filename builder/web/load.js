// Scripts that come when they are needed, as elements, so that pages also work from a folder.
import { make } from "./dom.js";

export function loadScript(src) {
  return new Promise((resolve, reject) => {
    document.head.append(make("script", { src, onload: resolve, onerror: () => reject(new Error(src)) }));
  });
}

// A script below assets/ of the course, by its name without the ending.
export const loadAsset = name => loadScript(`${document.body.dataset.base}/assets/${name}.js`);
