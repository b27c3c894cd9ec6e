// Loaded when search is used for the first time.
import { one } from "../dom.js";
import { startSearch } from "../parts/search.js";

startSearch(one("#_search"), document.body.dataset.base);
