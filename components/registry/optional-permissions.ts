/** What the browser is asked for besides hosts, and only where the person wants what it is for; see wxt.config.ts. */
export const optionalPermissions = ['webNavigation', 'tabs'] as const;
/** Name of such a permission. */
export type OptionalPermission = (typeof optionalPermissions)[number];
