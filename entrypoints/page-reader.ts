import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../lib/readers/index.ts';

/** Injected into the page that the person asked about; its return value is what the injection answers. */
export default defineUnlistedScript(() => ({ ...readPage(document), contentType: document.contentType }));
