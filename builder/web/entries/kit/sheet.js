// Pages to print: one button.
import { every } from "../../dom.js";

for (const button of every("[data-print-page]")) button.addEventListener("click", () => print());
document.documentElement.dataset.ready = "";
