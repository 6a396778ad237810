import '../../components/ui/tokens.css';
import '../../components/ui/ground.css';
import '../../components/ui/controls.css';
import '../../components/ui/notice.css';
import '../../components/ui/page.css';
import '../../components/alignment/alignment.css';
import '../../components/bundle/export.css';
import '../../components/coverage/coverage.css';
import '../../components/crosswalk/crosswalk.css';
import '../../components/framework/framework.css';
import '../../components/history/history.css';
import '../../components/library/library.css';
import '../../components/worklist/work.css';
import { openScreen } from '../../components/ui/open-screen.tsx';
import { App } from './App.tsx';

openScreen('library.title', () => <App />);
