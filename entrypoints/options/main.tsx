import { renderPage } from '../review/render-page.tsx';
import { OptionsApp } from './options-app.tsx';

renderPage(<OptionsApp />);
