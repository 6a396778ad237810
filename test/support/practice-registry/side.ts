import type { CaseOrder } from './case-routes.ts';
import type { EndpointOrder } from './endpoint-routes.ts';
import type { Fault } from './faults.ts';
import type { LearningRegistryOrder } from './learning-registry-routes.ts';
import type { OauthOrder } from './oauth-routes.ts';
import type { Incoming, Reply } from './reply.ts';
import type { WebdavOrder } from './webdav-routes.ts';

/** What the practice registry can be told, in process or by `POST /_control`. All of it is optional. */
export type Order = {
  /** Takes back everything told before; what was published stays. Comes before the rest of the order. */
  clear?: boolean;
  /** Faults to add; the first that fits a request falls upon it. */
  faults?: Fault[];
  /** OSMT: be a server of before 3.0. */
  oldServer?: boolean;
  /** OSMT: refuse requests from other origins, as it does unless told otherwise by those who keep it. */
  strictOrigins?: boolean;
  /** OSMT: answer pages that never end. */
  endlessPages?: boolean;
  /** CASS: milliseconds by which its clock is ahead. */
  clockOffset?: number;
  /** Every kind: drop what was published. */
  forget?: boolean;
  case?: CaseOrder;
  endpoint?: EndpointOrder;
  webdav?: WebdavOrder;
  learningRegistry?: LearningRegistryOrder;
  oauth?: OauthOrder;
};

/** What the practice registry speaks of one kind: one file a kind, `<kind>-routes.ts`, one line in server.ts. */
export type Side = {
  /** Answers a request; undefined where the path is not of this kind. */
  route(incoming: Incoming): Reply | undefined;
  /** Takes of an order what is meant for this kind; on `clear`, goes back to how it was at the start. */
  order?(order: Order): void;
  /** The headers that let pages of other origins read an answer; undefined where the path is not of this kind. */
  cors?(incoming: Incoming): Record<string, string> | undefined;
};
