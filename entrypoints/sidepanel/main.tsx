import { renderScreen } from '../popup/render-screen.tsx';
import { WalkScreen } from '../popup/walk-screen.tsx';

renderScreen(<WalkScreen place="sidePanel" />);
