/** The name of a one-time link's token in its address: in the query, because logs hold paths. */
export const LINK_PARAMETER = "link";

export const passwordLinkPath = (token: string): string => `/set-password?${LINK_PARAMETER}=${token}`;
