import './styles/main.css';
import './localize/localize.ts';
import { useOwnIcons } from './elements/web-awesome.ts';
import './frame/app.ts';

useOwnIcons();
