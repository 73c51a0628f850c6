import { renderPage } from './render-page.tsx';
import { ReviewApp } from './review-app.tsx';

renderPage(<ReviewApp />);
