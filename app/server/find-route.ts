import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

/** The id of the route that answers for a path, or null when there is none. */
export type FindRoute = (path: string) => Promise<string | null>;

type Routes = ServerBuild["routes"];
type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** Asks the same routes in the same way as Remix will, so that what is decided for a route holds for its answer. */
export function findRouteIn(loadBuild: () => Promise<{ readonly routes: Routes }>): FindRoute {
  const trees = new WeakMap<Routes, RouteObject[]>();
  return async (path) => {
    const { routes } = await loadBuild();
    const tree = trees.get(routes) ?? branches(Object.values(routes), undefined);
    trees.set(routes, tree);
    return matchRoutes(tree, path)?.at(-1)?.route.id ?? null;
  };
}

function branches(routes: readonly Routes[string][], parent: string | undefined): RouteObject[] {
  return routes.flatMap((route): RouteObject[] => {
    if (route.parentId !== parent) return [];
    const { id, path, index, caseSensitive = false } = route;
    const own = { id, caseSensitive, ...(path === undefined ? {} : { path }) };
    return [index === true ? { ...own, index } : { ...own, children: branches(routes, id) }];
  });
}
