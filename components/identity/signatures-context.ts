import { createContext } from 'react';
import type { Signatures } from '../../lib/messaging/signing-client.ts';

/** The signing worker of a page; its entrypoint provides it. Nothing can be signed or checked where none did. */
export const SignaturesContext = createContext<Signatures | undefined>(undefined);
