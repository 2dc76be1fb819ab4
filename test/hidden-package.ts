import Module from 'node:module';

type Resolver = { _resolveFilename(request: string, ...rest: unknown[]): string };

/** Does something as if a package were not installed. */
export function withoutPackage<T>(name: string, action: () => T): T {
  const resolver = Module as unknown as Resolver;
  const resolve = resolver._resolveFilename;
  resolver._resolveFilename = (request, ...rest) => {
    if (request === name || request.startsWith(`${name}/`)) throw Object.assign(new Error(`Cannot find module '${request}'`), { code: 'MODULE_NOT_FOUND' });
    return resolve.call(Module, request, ...rest);
  };
  try {
    return action();
  } finally {
    resolver._resolveFilename = resolve;
  }
}
