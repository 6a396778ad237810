import '../../components/ui/tokens.css';
import '../../components/ui/ground.css';
import '../../components/ui/controls.css';
import '../../components/ui/notice.css';
import '../../components/ui/page.css';
import '../../components/practice/practice.css';
import { openScreen } from '../../components/ui/open-screen.tsx';
import { App } from './App.tsx';

openScreen('practice.title', () => <App />);
