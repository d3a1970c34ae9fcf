import type { Frame } from 'playwright-core';

/**
 * Runs first in every document, as text because it is the browser's and this folder is Node's: notes the time of the
 * first frame painted after each change. A task posted from an animation frame runs when that frame has been painted.
 */
export const watchPaints = `(() => {
  window.lastPaint = null;
  let asked = false;
  new MutationObserver(() => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const after = new MessageChannel();
      after.port1.onmessage = () => { window.lastPaint = performance.now(); };
      after.port2.postMessage(null);
    });
  }).observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
})()`;

/** A screen that has not changed for so long is complete. */
const quietMilliseconds = 400;

/** Waits until the frame's document rests. @returns milliseconds from the start of its navigation to its last paint. */
export async function lastPaint(frame: Frame): Promise<number> {
  return frame.evaluate<number>(`new Promise((resolve) => {
    const look = () => {
      if (window.lastPaint !== null && performance.now() - window.lastPaint > ${quietMilliseconds}) resolve(window.lastPaint);
      else setTimeout(look, 50);
    };
    look();
  })`);
}
