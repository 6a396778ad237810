import '../../components/ui/tokens.css';
import '../../components/ui/ground.css';
import '../../components/ui/controls.css';
import '../../components/ui/notice.css';
import '../../components/ui/page.css';
import '../../components/bundle/export.css';
import '../../components/backup/backup.css';
import '../../components/framework/framework.css';
import { createRoot } from 'react-dom/client';
import { openOwnDrafts } from '../../components/draft/browser-drafts.ts';
import { applyTheme } from '../../lib/state/theme.ts';
import { App } from './App.tsx';

applyTheme();
const root = document.getElementById('root');
// What was typed before is there with the first paint: a form that fills itself later would overwrite what is typed anew.
if (root) void openOwnDrafts('options').then((drafts) => createRoot(root).render(<App drafts={drafts} />));
