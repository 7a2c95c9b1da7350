/** Entry of the page. */
import { startPage } from './page.ts';

startPage();
