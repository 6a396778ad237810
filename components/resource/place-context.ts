import { createContext } from 'react';

/** Where a page's surface is shown: the popup, or the side panel, which Firefox calls the sidebar. */
export type Place = 'popup' | 'panel';

/** The place that the components below are shown in. */
export const PlaceContext = createContext<Place>('popup');
