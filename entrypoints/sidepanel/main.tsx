import '../../components/ui/tokens.css';
import '../../components/ui/ground.css';
import '../../components/ui/controls.css';
import '../../components/ui/notice.css';
import '../../components/ui/surface.css';
import '../../components/alignment/alignment.css';
import '../../components/skill/search.css';
import '../../components/bundle/export.css';
import '../../components/history/history.css';
import '../../components/framework/framework.css';
import '../../components/worklist/work.css';
import { openScreen } from '../../components/ui/open-screen.tsx';
import { App } from './App.tsx';

openScreen('panel.title', () => <App />);
