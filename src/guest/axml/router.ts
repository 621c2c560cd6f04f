import type { TemplateOwner } from './template-owner.ts';

const routers = new WeakMap<TemplateOwner, object>();
const CALLS = ['switchTab', 'reLaunch', 'redirectTo', 'navigateTo', 'navigateBack'] as const;

/** The platform's Router: as `my`, with addresses relative to that file. */
export function routerOf(owner: TemplateOwner, path: string): object {
  let router = routers.get(owner);
  if (!router) {
    const { my } = owner;
    router = Object.fromEntries(
      CALLS.map((name) => [
        name,
        (options?: object) => {
          const call = my[name];
          return typeof call === 'function' ? call({ ...options, resolvedPath: `/${path}` }) : undefined;
        },
      ]),
    );
    routers.set(owner, router);
  }
  return router;
}
