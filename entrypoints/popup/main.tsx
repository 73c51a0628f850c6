import { renderScreen } from './render-screen.tsx';
import { WalkScreen } from './walk-screen.tsx';

renderScreen(<WalkScreen place="popup" />);
