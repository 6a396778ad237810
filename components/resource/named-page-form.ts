/** The name of the form in which a page is named that cannot be read, among the drafts of that page. */
export const namedPageForm = 'name-page';
