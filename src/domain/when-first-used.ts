/**
 * Puts off the making of something costly until somebody asks for it, and makes it once.
 * An invocation needs a few of the app's schemas; making all of them at every start took a sixth of its time.
 */
export function whenFirstUsed<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
