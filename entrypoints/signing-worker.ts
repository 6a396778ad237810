import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveSignatures } from '../lib/messaging/signing-server.ts';
import { createSignDocuments } from '../lib/services/sign-documents.ts';
import { PlumblineDatabase } from '../lib/store/database.ts';

/** The dedicated worker that a page starts to sign and to check signatures: wiring only. It ends with its page. */
export default defineUnlistedScript(() => {
  const documents = createSignDocuments({ database: new PlumblineDatabase(), now: () => new Date() });
  serveSignatures(
    self,
    {
      sign: ({ text }, signal) => documents.sign(text, signal),
      signFile: (file, signal) => documents.signFile(file, signal),
      verify: ({ text, beside }, signal) => documents.verify(text, beside, signal),
    },
    // biome-ignore lint/suspicious/noConsole: the one place of this context where the unexpected is logged
    (error) => console.error('Plumbline: signing', error),
  );
});
