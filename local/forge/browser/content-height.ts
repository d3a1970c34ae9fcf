/** More than margins that collapse through the body can explain. */
const COLLAPSED_MARGINS = 48;

/** Reports the document's height now and at each change, in CSS pixels. */
export function watchContentHeight(report: (height: number) => void): void {
  let last = -1;
  const measure = (): void => {
    const height = contentHeight();
    if (height === last) return;
    last = height;
    report(height);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(document.body);
  observer.observe(document.documentElement);
  measure();
}

function contentHeight(): number {
  const whole = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (whole !== window.innerHeight) return Math.max(whole, document.body.scrollHeight > window.innerHeight ? document.body.scrollHeight : 0);
  // A root stretched to the window says nothing of its content, so the body is asked.
  const style = getComputedStyle(document.body);
  const body = Math.ceil(document.body.getBoundingClientRect().height + parseFloat(style.marginTop) + parseFloat(style.marginBottom));
  const content = Math.max(body, document.body.scrollHeight > window.innerHeight ? document.body.scrollHeight : 0);
  return content > whole || whole - content > COLLAPSED_MARGINS ? content : whole;
}
