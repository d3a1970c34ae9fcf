import '../kpis/kpis.css';
import './gadget.css';
import { kpiTexts } from '../kpis/kpi-screen';
import { startScreen } from '../shared/start';
import { Gadget } from './gadget';

void startScreen(kpiTexts, <Gadget />);
