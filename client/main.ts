import './styles/main.css';
import { bringToasts } from './elements/toasts.ts';
import { speak } from './localize/localize.ts';
import './frame/app.ts';

// The application begins once its language is there, so that no words change before one's eyes. The module itself must not
// wait for it: a language is a file that imports from this one, and each would wait for the other.
void speak().then(() => {
  document.body.prepend(document.createElement('vr-app'));
  setTimeout(() => void bringToasts(), 1000);
});
