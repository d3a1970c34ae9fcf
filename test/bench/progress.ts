/** Says what is being done; the table alone goes to the standard output. */
export function say(text: string): void {
  console.error(`  ${new Date().toISOString().slice(11, 19)}  ${text}`);
}
