/** A route with such a `handle` has a place in the trail of links above the page: what its own data calls it. */
export type TrailHandle<Data> = { readonly trail?: (data: Data) => string };
