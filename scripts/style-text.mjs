// WXT 0.20.27 says that it runs on Node 20.12 and then asks util.styleText for several styles at once, which Node knows
// from 20.13 on. set-up.sh preloads this where Node is older.
import { syncBuiltinESMExports } from 'node:module';
import util from 'node:util';

const { styleText } = util;
util.styleText = (format, text, ...rest) =>
  [format].flat().reduce((styled, one) => styleText(one, styled, ...rest), text);
syncBuiltinESMExports();
