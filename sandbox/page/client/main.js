import { h, render } from "preact";
import { be } from "./actions.js";
import { onChange, page } from "./page.js";
import { Page } from "./page-view.js";

onChange(() => render(h(Page, page), document.getElementById("page")));
void be(page.person);
