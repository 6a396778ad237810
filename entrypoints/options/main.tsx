import '../../components/ui/tokens.css';
import '../../components/ui/ground.css';
import '../../components/ui/controls.css';
import '../../components/ui/notice.css';
import '../../components/ui/page.css';
import '../../components/bundle/export.css';
import '../../components/backup/backup.css';
import '../../components/framework/framework.css';
import '../../components/preferences/preferences.css';
import { openOwnDrafts } from '../../components/draft/browser-drafts.ts';
import { openScreen } from '../../components/ui/open-screen.tsx';
import { App } from './App.tsx';

// What was typed before is there with the first paint: a form that fills itself later would overwrite what is typed anew.
openScreen('options.title', async () => <App drafts={await openOwnDrafts('options')} />);
