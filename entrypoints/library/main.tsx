import '../../components/ui/tokens.css';
import '../../components/ui/ground.css';
import '../../components/ui/controls.css';
import '../../components/ui/notice.css';
import '../../components/ui/page.css';
import '../../components/alignment/alignment.css';
import '../../components/bundle/export.css';
import '../../components/framework/framework.css';
import '../../components/history/history.css';
import '../../components/library/library.css';
import { createRoot } from 'react-dom/client';
import { applyTheme } from '../../lib/state/theme.ts';
import { App } from './App.tsx';

applyTheme();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
